package dev.lockjaw.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A few numbers and a text in a memory-mapped file. They survive any death of the process that
 * writes them, and each write costs one store. One thread writes at a time; another process reads.
 */
public final class BlackBox {
  /** The number of numbers. */
  public static final int NUMBERS = 8;

  private static final int LENGTH_AT = NUMBERS * Long.BYTES;
  private static final int TEXT_AT = LENGTH_AT + Integer.BYTES;
  private static final int SIZE = 16 * 1024;

  private final MappedByteBuffer memory;

  /**
   * Opens a black box; makes the file if it does not exist.
   *
   * @throws IOException if that fails
   */
  public BlackBox(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
    }
  }

  public void put(int number, long value) {
    memory.putLong(number * Long.BYTES, value);
  }

  public long get(int number) {
    return memory.getLong(number * Long.BYTES);
  }

  /** Clears the text. */
  public void clearText() {
    memory.putInt(LENGTH_AT, 0);
  }

  /** Appends to the text, in ASCII. Characters that don't fit are left out. */
  public void append(CharSequence more) {
    int length = memory.getInt(LENGTH_AT);
    int count = Math.min(more.length(), SIZE - TEXT_AT - length);
    for (int i = 0; i < count; i++) {
      memory.put(TEXT_AT + length + i, (byte) more.charAt(i));
    }
    memory.putInt(LENGTH_AT, length + count); // last, so that a reader sees only whole additions
  }

  public String text() {
    byte[] bytes = new byte[Math.max(0, Math.min(memory.getInt(LENGTH_AT), SIZE - TEXT_AT))];
    ByteBuffer from = memory.duplicate().position(TEXT_AT);
    from.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}

package dev.lockjaw.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A few numbers and a text in a file that is mapped into memory: they survive whatever the process
 * that wrote them dies of, at the cost of a store each. One thread writes at a time; another
 * process reads.
 */
public final class BlackBox {
  /** How many numbers there are. */
  public static final int NUMBERS = 8;

  private static final int LENGTH_AT = NUMBERS * Long.BYTES;
  private static final int TEXT_AT = LENGTH_AT + Integer.BYTES;
  private static final int SIZE = 16 * 1024;

  private final MappedByteBuffer memory;

  /**
   * Opens one, and makes the file if there is none.
   *
   * @throws IOException if that can't be done
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

  /** Begins the text anew. */
  public void clearText() {
    memory.putInt(LENGTH_AT, 0);
  }

  /** Adds to the text, in ASCII; what finds no room is left out. */
  public void append(CharSequence more) {
    int length = memory.getInt(LENGTH_AT);
    int count = Math.min(more.length(), SIZE - TEXT_AT - length);
    for (int i = 0; i < count; i++) {
      memory.put(TEXT_AT + length + i, (byte) more.charAt(i));
    }
    memory.putInt(LENGTH_AT, length + count); // last: who reads finds whole additions only
  }

  public String text() {
    byte[] bytes = new byte[Math.max(0, Math.min(memory.getInt(LENGTH_AT), SIZE - TEXT_AT))];
    ByteBuffer from = memory.duplicate().position(TEXT_AT);
    from.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}

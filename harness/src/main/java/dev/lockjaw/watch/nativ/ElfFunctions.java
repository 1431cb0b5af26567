package dev.lockjaw.watch.nativ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses of the functions that a module has symbols for. In a stripped module {@code
 * addr2line} names the nearest function with a symbol, even if an address lies far behind its end.
 */
final class ElfFunctions {
  private static final int SYMBOLS = 2;
  private static final int DYNAMIC_SYMBOLS = 11;
  private static final int SYMBOL_BYTES = 24;
  private static final int FUNCTION = 2;
  private static final int MOST_BYTES = 256 << 20;

  private final TreeMap<Long, Long> ends = new TreeMap<>();
  private final boolean readable;

  ElfFunctions(Path file) {
    boolean complete = false;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < MOST_BYTES) {
        read(channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN));
        complete = true;
      }
    } catch (IOException | RuntimeException unreadable) {
      ends.clear();
    }
    readable = complete;
  }

  private void read(ByteBuffer elf) {
    int sections = (int) elf.getLong(40);
    int bytes = elf.getShort(58);
    int count = elf.getShort(60);
    for (int i = 0; i < count; i++) {
      int section = sections + i * bytes;
      int type = elf.getInt(section + 4);
      if (type == SYMBOLS || type == DYNAMIC_SYMBOLS) {
        int start = (int) elf.getLong(section + 24);
        int end = start + (int) elf.getLong(section + 32);
        for (int symbol = start; symbol + SYMBOL_BYTES <= end; symbol += SYMBOL_BYTES) {
          if ((elf.get(symbol + 4) & 15) == FUNCTION) {
            long value = elf.getLong(symbol + 8);
            ends.merge(value, value + elf.getLong(symbol + 16), Math::max);
          }
        }
      }
    }
  }

  /** Whether an address lies in a function with a symbol; true if the module can't be read. */
  boolean cover(long offset) {
    Map.Entry<Long, Long> before = ends.floorEntry(offset);
    return !readable || before != null && offset < before.getValue();
  }
}

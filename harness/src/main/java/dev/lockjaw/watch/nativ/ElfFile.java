package dev.lockjaw.watch.nativ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the sections of a program or library say: its functions, and the libraries it needs. */
final class ElfFile {
  private static final int SYMBOLS = 2;
  private static final int DYNAMIC = 6;
  private static final int DYNAMIC_SYMBOLS = 11;
  private static final int SYMBOL_BYTES = 24;
  private static final int FUNCTION = 2;
  private static final int NEEDED = 1;
  private static final int MOST_BYTES = 256 << 20;

  private final TreeMap<Long, Long> ends = new TreeMap<>();
  private final Set<String> functions = new HashSet<>();
  private final List<String> needed = new ArrayList<>();
  private final ByteBuffer elf;

  /**
   * @param file one that can't be read, or is not of this format, has nothing
   */
  ElfFile(Path file) {
    ByteBuffer bytes = ByteBuffer.allocate(0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < MOST_BYTES) {
        bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      }
    } catch (IOException unreadable) {
      // it has nothing
    }
    elf = bytes.order(ByteOrder.LITTLE_ENDIAN);
    try {
      read();
    } catch (IndexOutOfBoundsException broken) {
      ends.clear();
    }
  }

  private void read() {
    int count = elf.getShort(60);
    for (int i = 0; i < count; i++) {
      int section = section(i);
      int type = elf.getInt(section + 4);
      int start = (int) elf.getLong(section + 24);
      int end = start + (int) elf.getLong(section + 32);
      int names = (int) elf.getLong(section(elf.getInt(section + 40)) + 24);
      if (type == SYMBOLS || type == DYNAMIC_SYMBOLS) {
        symbols(start, end, names);
      } else if (type == DYNAMIC) {
        for (int entry = start; entry + 16 <= end; entry += 16) {
          if (elf.getLong(entry) == NEEDED) {
            needed.add(text(names + (int) elf.getLong(entry + 8)));
          }
        }
      }
    }
  }

  private int section(int number) {
    return (int) elf.getLong(40) + number * elf.getShort(58);
  }

  private void symbols(int start, int end, int names) {
    for (int symbol = start; symbol + SYMBOL_BYTES <= end; symbol += SYMBOL_BYTES) {
      boolean defined = elf.getShort(symbol + 6) != 0;
      if (defined && (elf.get(symbol + 4) & 15) == FUNCTION) {
        long value = elf.getLong(symbol + 8);
        ends.merge(value, value + elf.getLong(symbol + 16), Math::max);
        functions.add(text(names + elf.getInt(symbol)));
      }
    }
  }

  private String text(int at) {
    int end = at;
    while (elf.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - at];
    elf.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Whether an address lies in a function with a symbol; true if no function has one. In a stripped
   * module {@code addr2line} names the nearest function with a symbol, however far behind its end.
   */
  boolean covers(long offset) {
    Map.Entry<Long, Long> before = ends.floorEntry(offset);
    return ends.isEmpty() || before != null && offset < before.getValue();
  }

  /** Whether it has one of these functions itself. */
  boolean hasOneOf(Set<String> names) {
    return names.stream().anyMatch(functions::contains);
  }

  /** The file names of the libraries that it is linked with. */
  List<String> needed() {
    return needed;
  }

  /** Whether it contains one of these texts. */
  boolean contains(List<String> texts) {
    List<byte[]> all = texts.stream().map(one -> one.getBytes(StandardCharsets.UTF_8)).toList();
    for (int at = 0; at < elf.limit(); at++) {
      byte first = elf.get(at);
      for (byte[] one : all) {
        if (first == one[0] && at + one.length <= elf.limit() && matches(at, one)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean matches(int at, byte[] text) {
    for (int i = 1; i < text.length; i++) {
      if (elf.get(at + i) != text[i]) {
        return false;
      }
    }
    return true;
  }
}

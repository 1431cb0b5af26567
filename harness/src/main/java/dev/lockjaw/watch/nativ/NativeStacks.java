package dev.lockjaw.watch.nativ;

import dev.lockjaw.watch.event.Layout;
import dev.lockjaw.watch.event.LogFile;
import dev.lockjaw.watch.judge.StackSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stacks of a native program, by the addresses and modules in its log. */
public final class NativeStacks implements StackSource {
  private record Module(long bias, long start, long end, String file) {}

  private final LogFile log;
  private final Symbols symbols;
  private final List<Module> modules = new ArrayList<>();
  private final Map<Long, List<StackTraceElement>> known = new HashMap<>();
  private long next = 8;

  /**
   * @param symbols names of functions, which many logs may share
   */
  public NativeStacks(LogFile log, Symbols symbols) {
    this.log = log;
    this.symbols = symbols;
  }

  @Override
  public List<StackTraceElement> stack(long id) {
    return known.computeIfAbsent(id, this::read);
  }

  @Override
  public String name(long id) {
    List<StackTraceElement> frames = stack(id);
    return frames.isEmpty() ? null : frames.get(0).getMethodName();
  }

  private List<StackTraceElement> read(long id) {
    LogFile.LogText text = log.text(id).orElse(null);
    if (text == null || text.type() != Layout.TEXT_ADDRESSES) {
      return List.of();
    }
    readModules();
    ByteBuffer addresses = ByteBuffer.wrap(text.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, List<Long>> byFile = new HashMap<>();
    List<Module> where = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    while (addresses.remaining() >= 8) {
      long address = addresses.getLong() - 1; // within the call, not after it
      Module module = module(address);
      where.add(module);
      offsets.add(module == null ? address : address - module.bias());
      if (module != null) {
        byFile
            .computeIfAbsent(module.file(), file -> new ArrayList<>())
            .add(address - module.bias());
      }
    }
    byFile.forEach(symbols::need);
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < where.size(); i++) {
      if (where.get(i) == null) {
        frames.add(Symbols.unknown("?", offsets.get(i)));
      } else {
        frames.addAll(symbols.frames(where.get(i).file(), offsets.get(i)));
      }
    }
    return Symbols.shown(frames);
  }

  private Module module(long address) {
    for (int i = modules.size() - 1; i >= 0; i--) {
      Module module = modules.get(i);
      if (address >= module.start() && address < module.end()) {
        return module;
      }
    }
    return null;
  }

  private void readModules() {
    for (LogFile.LogText text : log.textsFrom(next)) {
      next = LogFile.next(text);
      if (text.type() == Layout.TEXT_MODULE) {
        ByteBuffer words = ByteBuffer.wrap(text.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        long bias = words.getLong();
        long start = words.getLong();
        long end = words.getLong();
        String file =
            new String(text.bytes(), 24, text.bytes().length - 24, StandardCharsets.UTF_8);
        modules.add(new Module(bias, start, end, file));
      }
    }
  }
}

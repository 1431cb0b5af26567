package dev.lockjaw.watch.nativ;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Functions, files and lines by address, as {@code addr2line} gives them. Where it can't be run,
 * only the module is known. One thread uses it.
 */
public final class Symbols {
  /** Frames below {@code main} and a thread's first function, which explain nothing. */
  private static final Set<String> BELOW =
      Set.of(
          "_start",
          "__libc_start_main",
          "__libc_start_main_impl",
          "__libc_start_call_main",
          "start_thread",
          "clone",
          "__clone3",
          "clone3",
          "first_step");

  private static final int SECONDS = 20;

  private record Place(String file, long offset) {}

  private final Map<Place, List<StackTraceElement>> known = new HashMap<>();
  private final Map<String, ElfFile> functions = new HashMap<>();
  private boolean missing;

  /** Whether {@code addr2line} was needed and could not be run. */
  public boolean missing() {
    return missing;
  }

  /** Looks up addresses of a module all at once, which is much faster than one by one. */
  void need(String file, List<Long> offsets) {
    List<Long> news =
        offsets.stream()
            .distinct()
            .filter(one -> !known.containsKey(new Place(file, one)))
            .toList();
    if (news.isEmpty()) {
      return;
    }
    List<String> command =
        new ArrayList<>(List.of("addr2line", "-f", "-i", "-C", "-a", "-e", file));
    news.forEach(offset -> command.add(Long.toHexString(offset)));
    parse(file, run(command));
    news.forEach(
        one ->
            known.computeIfAbsent(
                new Place(file, one), place -> List.of(unknown(base(file), place.offset()))));
  }

  /** The frames at an address, innermost first: inlined functions have frames of their own. */
  List<StackTraceElement> frames(String file, long offset) {
    return known.getOrDefault(new Place(file, offset), List.of(unknown(base(file), offset)));
  }

  /** A frame of which only the module is known. */
  static StackTraceElement unknown(String module, long offset) {
    return new StackTraceElement("", "0x" + Long.toHexString(offset), module, -1);
  }

  /** Without the frames that every stack of a thread has at its end. */
  static List<StackTraceElement> shown(List<StackTraceElement> frames) {
    List<StackTraceElement> shown =
        frames.stream().filter(frame -> !BELOW.contains(frame.getMethodName())).toList();
    return shown.isEmpty() ? frames : shown;
  }

  private List<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(SECONDS, TimeUnit.SECONDS);
      return output.lines().toList();
    } catch (IOException absent) {
      missing = true;
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** An address, then pairs of lines: a function, and its file and line. */
  private void parse(String module, List<String> lines) {
    long offset = -1;
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("0x")
          && line.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0)) {
        keep(module, offset, frames);
        offset = Long.parseUnsignedLong(line.substring(2), 16);
        frames = new ArrayList<>();
      } else if (i + 1 < lines.size()) {
        frames.add(frame(module, offset, line, lines.get(++i)));
      }
    }
    keep(module, offset, frames);
  }

  private void keep(String module, long offset, List<StackTraceElement> frames) {
    if (offset >= 0 && !frames.isEmpty()) {
      known.put(new Place(module, offset), List.copyOf(frames));
    }
  }

  private StackTraceElement frame(String module, long offset, String function, String place) {
    if (function.equals("??")) {
      return unknown(base(module), offset);
    }
    int colon = place.lastIndexOf(':');
    String number = colon < 0 ? "" : place.substring(colon + 1).replaceFirst(" .*", "");
    String file = colon < 0 ? "??" : place.substring(0, colon);
    boolean lined = !file.equals("??") && number.matches("[1-9]\\d{0,8}");
    if (!lined && !functions(module).covers(offset)) {
      return unknown(base(module), offset);
    }
    return new StackTraceElement(
        "",
        plain(function),
        lined ? base(file) : base(module),
        lined ? Integer.parseInt(number) : -1);
  }

  private ElfFile functions(String module) {
    return functions.computeIfAbsent(module, file -> new ElfFile(Path.of(file)));
  }

  /** A C++ name without its parameters, in a form that a stack can be read back from. */
  private static String plain(String function) {
    String name = function.replace("(anonymous namespace)", "anonymous");
    int parameters = name.indexOf('(');
    String head = parameters > 0 ? name.substring(0, parameters) : name;
    return head.replaceAll("[()]", "").replace('.', '_');
  }

  private static String base(String file) {
    Path name = Path.of(file).getFileName();
    return name == null ? file : name.toString();
  }
}

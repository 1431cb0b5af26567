package dev.lockjaw.process;

import dev.lockjaw.process.Death.Cause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds out how a child JVM died, from its exit code, its standard error and its crash report.
 * docs/crashes.md has examples.
 */
final class Autopsy {
  private static final int SIGNALLED = 128;
  private static final int SIGABRT = 6;
  private static final int LAST_SIGNAL = 64;

  /**
   * Signals for faults of the process itself: SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV.
   */
  private static final List<Integer> FAULTS = List.of(4, 5, SIGABRT, 7, 8, 11);

  /** The texts that glibc and BoringSSL print before they call {@code abort}. */
  private static final Pattern ABORTS =
      Pattern.compile(
          "malloc|free\\(\\)|double free|corrupt|invalid (pointer|size|next)|assert|abort|stack"
              + " smashing|\\*\\*\\*",
          Pattern.CASE_INSENSITIVE);

  private Autopsy() {}

  /**
   * @param exitCode as Java reports it: 128 plus the signal's number after a signal
   * @param stderr everything on standard error
   * @param report the JVM's crash report, or empty
   * @param ended whether the parent ended it because it made no progress
   */
  static Death of(int exitCode, String stderr, Optional<String> report, boolean ended) {
    CrashReport crash = report.map(CrashReport::parse).orElse(null);
    String place = crash == null ? null : crash.place().orElse(null);
    if (ended) {
      Cause cause = crash == null ? Cause.HUNG : Cause.HUNG_REPORTER;
      return new Death(cause, exitCode, signal(crash), place, words(crash));
    }
    if (crash != null) {
      return new Death(Cause.CRASH, exitCode, signal(crash), place, words(crash));
    }
    int number = exitCode - SIGNALLED;
    if (FAULTS.contains(number)) {
      return new Death(Cause.ABORT, exitCode, name(number), null, abortLine(stderr));
    }
    if (number > 0 && number <= LAST_SIGNAL) {
      return new Death(Cause.KILLED, exitCode, name(number), null, "");
    }
    return new Death(Cause.EXIT, exitCode, null, null, lastLine(stderr));
  }

  private static String signal(CrashReport crash) {
    return crash == null ? null : crash.signal();
  }

  private static String words(CrashReport crash) {
    return crash == null || crash.siginfo() == null ? "" : crash.siginfo();
  }

  private static String abortLine(String stderr) {
    return stderr
        .lines()
        .filter(line -> ABORTS.matcher(line).find())
        .findFirst()
        .map(String::strip)
        .orElseGet(() -> lastLine(stderr));
  }

  private static String lastLine(String stderr) {
    List<String> lines = stderr.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
  }

  private static String name(int signal) {
    return switch (signal) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 4 -> "SIGILL";
      case 5 -> "SIGTRAP";
      case SIGABRT -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 13 -> "SIGPIPE";
      case 15 -> "SIGTERM";
      default -> "signal " + signal;
    };
  }
}

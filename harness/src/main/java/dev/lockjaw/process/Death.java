package dev.lockjaw.process;

/**
 * How a child JVM ended.
 *
 * @param cause why it ended
 * @param exitCode as the operating system gives it: 128 plus the signal's number after a signal
 * @param signal such as {@code SIGSEGV}, or null
 * @param place the native function, and the native method that Java had called; or null
 * @param words the most informative line of its output; never null, may be empty
 */
public record Death(Cause cause, int exitCode, String signal, String place, String words) {
  /** Why a JVM ended. */
  public enum Cause {
    /** It ended by itself. */
    EXIT,
    /** A fault that the JVM caught and reported. */
    CRASH,
    /** A library called {@code abort}, or a fault left no time for a report. */
    ABORT,
    /** A signal from another process. */
    KILLED,
    /** It made no progress, and its parent ended it. */
    HUNG,
    /** It hung while it reported a fault, and its parent ended it. */
    HUNG_REPORTER
  }

  /** Whether native code is to blame. */
  public boolean isCrash() {
    return switch (cause) {
      case CRASH, ABORT, HUNG_REPORTER -> true;
      case EXIT, KILLED, HUNG -> false;
    };
  }

  /** {@link #text} without the parts that differ each time, for counting deaths of one kind. */
  public String way() {
    String said = cause == Cause.ABORT ? words : "";
    return new Death(cause, exitCode, signal, place, said).text();
  }

  /** One clause: {@code died of SIGSEGV in SSL_write (si_addr: 0x30)}. */
  public String text() {
    String said = words.isEmpty() ? "" : " (" + words + ")";
    return switch (cause) {
      case EXIT -> "ended with exit code " + exitCode + said;
      case CRASH -> "died of " + (signal == null ? "a fault" : signal) + in() + said;
      case ABORT ->
          "died of " + (signal == null ? "SIGABRT" : signal) + ", without a report" + said;
      case KILLED -> "was killed by " + signal;
      case HUNG -> "did not go on and was ended" + in();
      case HUNG_REPORTER -> "died" + in() + ", and hung while it reported that" + said;
    };
  }

  private String in() {
    return place == null ? "" : " in " + place;
  }
}

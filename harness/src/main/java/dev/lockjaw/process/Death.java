package dev.lockjaw.process;

/**
 * How a child JVM came to its end.
 *
 * @param cause of it
 * @param exitCode as the operating system gives it: 128 and the signal's number after a signal
 * @param signal such as {@code SIGSEGV}, or null
 * @param place the native function, and the native method that Java had called; or null
 * @param words the most telling line of what was left behind; never null, may be empty
 */
public record Death(Cause cause, int exitCode, String signal, String place, String words) {
  /** What a JVM dies of. */
  public enum Cause {
    /** It came to its end by itself. */
    EXIT,
    /** A fault that the JVM caught and reported. */
    CRASH,
    /** A library called {@code abort}, or a fault left no time for a report. */
    ABORT,
    /** Somebody else's signal. */
    KILLED,
    /** It did not go on, and was ended for that. */
    HUNG,
    /** It did not come to an end while it reported a fault, and was ended for that. */
    HUNG_REPORTER
  }

  /** Whether native code is to blame. */
  public boolean isCrash() {
    return switch (cause) {
      case CRASH, ABORT, HUNG_REPORTER -> true;
      case EXIT, KILLED, HUNG -> false;
    };
  }

  /** The same whenever it dies so: {@link #text} without what is another every time. */
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

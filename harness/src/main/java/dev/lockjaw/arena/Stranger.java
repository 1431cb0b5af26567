package dev.lockjaw.arena;

import java.util.Objects;

/**
 * A thread that a run does not own, inside a session of that run: a thread of a pool that the
 * session made itself, for example. A run can neither switch it nor wait for it.
 *
 * @param thread its name
 * @param place where it entered, as a class, a method and a line
 */
public record Stranger(String thread, String place) {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** The calling thread. Its place is that of the first frame that is not in Lockjaw's own jar. */
  static Stranger here() {
    String place =
        STACK.walk(
            frames ->
                frames
                    .filter(frame -> !ours(frame.getDeclaringClass()))
                    .findFirst()
                    .map(frame -> frame.toStackTraceElement().toString())
                    .orElse("an unknown place"));
    return new Stranger(Thread.currentThread().getName(), place);
  }

  private static boolean ours(Class<?> type) {
    return Objects.equals(
        type.getProtectionDomain().getCodeSource(),
        Stranger.class.getProtectionDomain().getCodeSource());
  }

  /** What a user has to know and to do, as one clause without a full stop. */
  public String text() {
    return "thread "
        + thread
        + " entered the session at "
        + place
        + ", and the run does not own it: give its work to Opening.executor, or weave the class that"
        + " starts it";
  }
}

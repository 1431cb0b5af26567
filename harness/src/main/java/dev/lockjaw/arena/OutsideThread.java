package dev.lockjaw.arena;

/**
 * A thread that belongs to no run and has entered a session of one: a thread of a pool that the
 * session made itself, for example. A run can neither switch it nor wait for it.
 *
 * @param name of the thread
 * @param place where it entered, as a class, a method and a line
 */
public record OutsideThread(String name, String place) {
  /** The calling thread. Its place is in the innermost method of the code under test. */
  static OutsideThread here() {
    return new OutsideThread(
        Thread.currentThread().getName(),
        Stacks.innermost()
            .map(frame -> frame.toStackTraceElement().toString())
            .orElse("an unknown place"));
  }

  /** What a user has to know and to do, as one clause without a full stop. */
  public String text() {
    return "outside thread "
        + name
        + " entered the session at "
        + place
        + ", and the run does not own it: give its work to Opening.executor, or weave the class that"
        + " starts it";
  }
}

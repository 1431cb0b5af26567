package dev.lockjaw.monitor;

import dev.lockjaw.result.Held;
import java.util.List;

/** Answers questions about the calling thread of a run: its name, its locks and its stack. */
public interface Witness {
  /** The calling thread's name in this run. */
  String thread();

  /**
   * Whether stacks are kept. They cost far more than a step, so the explorer runs without them, and
   * repeats a failing schedule with them.
   */
  boolean recording();

  /**
   * Notes that the calling thread met another thread in a session's TLS stack, or an earlier free,
   * whether or not that is a fault.
   */
  default void met() {}

  /** The number of steps so far; 0 if nobody counts them. */
  default int steps() {
    return 0;
  }

  /** The calling thread's locks. */
  List<Held> held();

  /** The calling thread's stack, without Lockjaw's own machinery; empty unless recording. */
  List<StackTraceElement> stack();
}

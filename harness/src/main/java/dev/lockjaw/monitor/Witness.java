package dev.lockjaw.monitor;

import dev.lockjaw.result.Held;
import java.util.List;

/** Knows the threads of a run: their names, what they hold, where they are. */
public interface Witness {
  /** The calling thread's name in this run. */
  String thread();

  /**
   * Whether stacks are being kept. They cost far more than a step does, so the explorer runs
   * without and repeats a schedule that failed with.
   */
  boolean recording();

  /**
   * Says that the calling thread has met another in a session's TLS stack, or a free that was there
   * before, whether or not that is a fault.
   */
  default void met() {}

  /** The calling thread's locks. */
  List<Held> held();

  /** The calling thread's stack, without the tool's own machinery; empty unless recording. */
  List<StackTraceElement> stack();
}

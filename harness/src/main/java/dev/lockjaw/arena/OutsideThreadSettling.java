package dev.lockjaw.arena;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Waits for outside threads, which are the threads of this JVM that belong to no run. A session
 * that hands its work to one of them may be judged before that thread has even begun. A run
 * therefore waits for them before it is judged, if it is the first of its cell, or has failed. One
 * thread.
 */
public final class OutsideThreadSettling {
  private static final long LOOK_NANOS = 1_000_000;

  /** Looks that must agree that all of them wait, a millisecond apart. */
  private static final int LOOKS_STILL = 30;

  private static final int MOST_LOOKS = 2_000;

  /** Waits in one cell. Threads that never enter a session must not hold up every run. */
  private static final int MOST_WAITS = 5;

  /** Threads that never wait, such as one that reads commands from a pipe. */
  private final Set<Long> busy;

  private String cell;
  private int waits;

  OutsideThreadSettling() {
    this.busy =
        all()
            .filter(thread -> !still(thread) && thread != Thread.currentThread())
            .map(Thread::getId)
            .collect(Collectors.toSet());
  }

  /**
   * Waits until each of them waits for something, or one has entered a session of the run.
   *
   * @param of identifies the cell of the run
   */
  public void settle(String of, Arena run) {
    if (!of.equals(cell)) {
      cell = of;
      waits = 0;
    }
    if (waits == MOST_WAITS || waits > 0 && run.findings().isEmpty()) {
      return;
    }
    waits++;
    int agree = 0;
    for (int looks = 0; looks < MOST_LOOKS && agree < LOOKS_STILL; looks++) {
      if (run.outsideThread().isPresent()) {
        return;
      }
      agree = others().allMatch(OutsideThreadSettling::still) ? agree + 1 : 0;
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  private Stream<Thread> others() {
    return all()
        .filter(thread -> thread != Thread.currentThread() && !busy.contains(thread.getId()));
  }

  private static boolean still(Thread thread) {
    Thread.State state = thread.getState();
    return state != Thread.State.NEW && state != Thread.State.RUNNABLE;
  }

  /** All but the JVM's own and those of runs. */
  private static Stream<Thread> all() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null && group.getParent().getParent() != null) {
      group = group.getParent();
    }
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    return Arrays.stream(threads, 0, count).filter(thread -> !(thread instanceof ActorThread));
  }
}

package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.AttentiveClock;
import dev.lockjaw.arena.LockOwner;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.OutsideThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * How long a run waits for outside threads, such as one that woven code has started in a way that
 * the run does not know. Where no actor can move, an outside thread may still end a wait. A run
 * gives it time for that, if there can be any.
 */
final class OutsideThreadPatience {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ActorThreads workers;
  private final Learned learned;
  private final long before;
  private AttentiveClock clock;
  private int step = -1;

  OutsideThreadPatience(ActorThreads workers, Learned learned) {
    this.workers = workers;
    this.learned = learned;
    this.before = outsideThreads();
  }

  /** How many outside threads were started in this JVM. */
  private long outsideThreads() {
    return THREADS.getTotalStartedThreadCount() - workers.made() - OutsideThreads.idlers();
  }

  /**
   * Whether to wait a little longer for one of them, where no actor can move.
   *
   * @param steps the number of steps so far
   */
  boolean mayAct(List<Actor> actors, int steps) {
    boolean needed = !actors.stream().allMatch(Actor::over);
    if (!needed || outsideThreads() <= before && !learned.metOutsideThreads()) {
      return false;
    }
    if (step != steps) {
      step = steps;
      clock = new AttentiveClock(System.nanoTime());
    }
    boolean timed = actors.stream().anyMatch(actor -> actor.deadline != Long.MAX_VALUE);
    return clock.look(System.nanoTime())
        < LockOwner.UNKNOWN.returnNanos(timed && learned.metOutsideThreads());
  }
}

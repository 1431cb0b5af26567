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
 * Threads that woven code has started in a way that a run does not know, such as a timer's. Where
 * no actor can move, one of them may still end a wait. A run gives them time for that, if there can
 * be any.
 */
final class Outsiders {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ActorThreads workers;
  private final Learned learned;
  private final long before;
  private AttentiveClock clock;
  private int step = -1;

  Outsiders(ActorThreads workers, Learned learned) {
    this.workers = workers;
    this.learned = learned;
    this.before = strangers();
  }

  /** How many threads were started in this JVM that are none of the run's. */
  private long strangers() {
    return THREADS.getTotalStartedThreadCount() - workers.made() - OutsideThreads.idlers();
  }

  /**
   * Whether to wait a little longer for one of them, where no actor can move.
   *
   * @param steps the number of steps so far
   */
  boolean mayAct(List<Actor> actors, int steps) {
    boolean needed = actors.stream().anyMatch(actor -> !actor.daemon && !actor.done());
    if (!needed || strangers() <= before && !learned.outsiders()) {
      return false;
    }
    if (step != steps) {
      step = steps;
      clock = new AttentiveClock(System.nanoTime());
    }
    boolean timed = actors.stream().anyMatch(actor -> actor.deadline != Long.MAX_VALUE);
    return clock.look(System.nanoTime())
        < LockOwner.UNKNOWN.returnNanos(timed && learned.outsiders());
  }
}

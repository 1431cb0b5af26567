package dev.lockjaw.stress;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Holds;
import dev.lockjaw.arena.Jitter;
import dev.lockjaw.arena.Part;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One thread's part in a stress run. */
final class Player implements Part, Here.Delayed {
  /** Points of woven code that take a delay in a run; a long loop has far more. */
  private static final int WOVEN_DELAYS = 1 << 10;

  final StressRun run;
  final String name;
  final Body body;

  /** Whether it is an executor's thread. A run does not wait for those. */
  final boolean daemon;

  final Jitter jitter;

  /** Read by any thread, so guarded by itself. */
  private final Holds holds = new Holds();

  ActorThread worker;

  /** What it waits for, or null. */
  volatile Wait wait;

  /** Counts the scheduling points passed; written by the player alone. */
  volatile int passed;

  /** Counts the points of woven code; the player's own thread alone. */
  private int woven;

  volatile boolean done;
  volatile Throwable escaped;

  /** Whether the time is over that limits its wait. */
  volatile boolean timedOut;

  /** Whether an interrupt has reached it in its wait. */
  volatile boolean interrupted;

  /**
   * A wait whose end the run recognises.
   *
   * @param until when it is over at the latest, by the run's clock
   * @param interruptible whether an interrupt ends it
   */
  record Wait(
      String label,
      Waiting kind,
      Shared on,
      BooleanSupplier ready,
      long until,
      boolean interruptible,
      List<StackTraceElement> stack) {}

  Player(StressRun run, String name, Body body, boolean daemon, Jitter jitter) {
    this.run = run;
    this.name = name;
    this.body = body;
    this.daemon = daemon;
    this.jitter = jitter;
  }

  @Override
  public void perform(Runnable giveBack) {
    run.perform(this, giveBack);
  }

  /** {@inheritDoc} Of many points, only every so many take a delay, so that a run stays short. */
  @Override
  public void delay() {
    if (woven++ < WOVEN_DELAYS || woven % WOVEN_DELAYS == 0) {
      passed++;
      jitter.pause(run);
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Whether it has ended without an exception, or need not end. */
  boolean endedWell() {
    return (daemon || done) && escaped == null;
  }

  /** Adds a hold of a lock. */
  void hold(Shared lock) {
    synchronized (holds) {
      holds.add(lock, run::stack);
    }
  }

  void release(Shared lock) {
    synchronized (holds) {
      holds.remove(lock);
    }
  }

  /** {@inheritDoc} Any thread. */
  @Override
  public List<Held> held() {
    synchronized (holds) {
      return holds.held();
    }
  }

  /** Whether the condition that it waits for holds, or something else ends the wait. Any thread. */
  boolean canGoOn() {
    Wait now = wait;
    return now != null
        && (timedOut
            || now.interruptible() && (interrupted || worker.isInterrupted())
            || now.ready().getAsBoolean());
  }

  /** When its wait is over at the latest, by the run's clock. Any thread. */
  long until() {
    Wait now = wait;
    return now == null ? Long.MAX_VALUE : now.until();
  }

  /** Whether it is an executor's thread with nothing to do. */
  boolean idle() {
    Wait now = wait;
    return daemon && now != null && now.kind() == Waiting.WORK && held().isEmpty();
  }
}

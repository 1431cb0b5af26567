package dev.lockjaw.stress;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Jitter;
import dev.lockjaw.arena.Role;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One thread's part in a stress run. */
final class Player implements Role {
  final StressRun run;
  final String name;
  final Body body;

  /** An executor's thread: a run doesn't wait for it. */
  final boolean daemon;

  final Jitter jitter;
  private final List<Hold> held = new ArrayList<>(4);

  ActorThread worker;

  /** What it waits for, or null. */
  volatile Wait wait;

  /** Counts the scheduling points passed; written by the player alone. */
  volatile int passed;

  volatile boolean done;
  volatile Throwable escaped;

  /** A wait that the run knows the end of. */
  record Wait(
      String label,
      Waiting kind,
      Shared on,
      BooleanSupplier ready,
      List<StackTraceElement> stack) {}

  private static final class Hold {
    final Shared lock;
    final List<StackTraceElement> since;
    int count = 1;

    Hold(Shared lock, List<StackTraceElement> since) {
      this.lock = lock;
      this.since = since;
    }
  }

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

  /** Counts a hold of a lock. */
  void hold(Shared lock) {
    synchronized (held) {
      for (Hold hold : held) {
        if (hold.lock == lock) {
          hold.count++;
          return;
        }
      }
      held.add(new Hold(lock, run.stack()));
    }
  }

  void release(Shared lock) {
    synchronized (held) {
      held.removeIf(hold -> hold.lock == lock && --hold.count == 0);
    }
  }

  /** In the order in which they were taken. Any thread. */
  List<Held> held() {
    synchronized (held) {
      return held.stream().map(hold -> new Held(hold.lock.name(), hold.since)).toList();
    }
  }

  /** Whether it waits for something that has come. Any thread. */
  boolean canGoOn() {
    Wait now = wait;
    return now != null && now.ready().getAsBoolean();
  }

  /** Whether it is an executor's thread with nothing to do. */
  boolean idle() {
    Wait now = wait;
    return daemon && now != null && now.kind() == Waiting.WORK && held().isEmpty();
  }
}

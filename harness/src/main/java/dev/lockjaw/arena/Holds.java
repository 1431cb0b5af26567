package dev.lockjaw.arena;

import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The run's locks that one thread holds, in the order in which it took them. One thread. */
public final class Holds {
  private final List<Hold> holds = new ArrayList<>(4);

  private static final class Hold {
    final Shared lock;
    final List<StackTraceElement> since;
    int count = 1;

    Hold(Shared lock, List<StackTraceElement> since) {
      this.lock = lock;
      this.since = since;
    }
  }

  /**
   * Adds a lock, or counts one more hold of a lock that is held already.
   *
   * @param since gives the stack at which the lock was taken; asked for the first hold only
   */
  public void add(Shared lock, Supplier<List<StackTraceElement>> since) {
    for (Hold hold : holds) {
      if (hold.lock == lock) {
        hold.count++;
        return;
      }
    }
    holds.add(new Hold(lock, since.get()));
  }

  /** Counts one hold less; the lock is no longer held after its last one. */
  public void remove(Shared lock) {
    holds.removeIf(hold -> hold.lock == lock && --hold.count == 0);
  }

  public boolean isEmpty() {
    return holds.isEmpty();
  }

  /** The locks with the stacks at which they were taken. */
  public List<Held> held() {
    return holds.stream().map(hold -> new Held(hold.lock.name(), hold.since)).toList();
  }
}

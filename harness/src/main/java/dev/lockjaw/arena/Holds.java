package dev.lockjaw.arena;

import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The run's locks that one thread holds, in the order in which it took them. One thread. */
public final class Holds {
  private final List<Hold> holds = new ArrayList<>(4);

  private static final class Hold {
    final Shared lock;
    final Guard guard;
    final List<StackTraceElement> since;
    int count = 1;

    Hold(Shared lock, Guard guard, List<StackTraceElement> since) {
      this.lock = lock;
      this.guard = guard;
      this.since = since;
    }
  }

  /**
   * Adds a lock, or counts one more hold of a lock that is held already.
   *
   * @param since gives the stack at which the lock was taken; asked for the first hold only
   */
  public void add(Shared lock, Supplier<List<StackTraceElement>> since) {
    add(lock, Guard.COUNTED, since);
  }

  /** As {@link #add(Shared, Supplier)}, with what the lock keeps others from. */
  public void add(Shared lock, Guard guard, Supplier<List<StackTraceElement>> since) {
    for (Hold hold : holds) {
      if (hold.lock == lock && hold.guard == guard) {
        hold.count++;
        return;
      }
    }
    holds.add(new Hold(lock, guard, since.get()));
  }

  /** Counts one hold of that sort less; false if there is none. */
  public boolean remove(Shared lock, Guard guard) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      Hold hold = holds.get(i);
      if (hold.lock == lock && hold.guard == guard) {
        if (--hold.count == 0) {
          holds.remove(i);
        }
        return true;
      }
    }
    return false;
  }

  public boolean has(Shared lock) {
    return holds.stream().anyMatch(hold -> hold.lock == lock);
  }

  /** The number of holds, to be used with {@link #lock} and {@link #guard}. */
  public int size() {
    return holds.size();
  }

  public Shared lock(int index) {
    return holds.get(index).lock;
  }

  public Guard guard(int index) {
    return holds.get(index).guard;
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
    return held(Shared::name);
  }

  /**
   * As {@link #held()}.
   *
   * @param shown gives a lock's name
   */
  public List<Held> held(Function<Shared, String> shown) {
    return holds.stream().map(hold -> new Held(shown.apply(hold.lock), hold.since)).toList();
  }

  /** Whether a lock is held in such a way. */
  public boolean has(Shared lock, Guard guard) {
    return holds.stream().anyMatch(hold -> hold.lock == lock && hold.guard == guard);
  }
}

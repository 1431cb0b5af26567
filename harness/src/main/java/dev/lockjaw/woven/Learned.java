package dev.lockjaw.woven;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which places threads are known to meet at, in an exploration: some object there was touched by
 * two of them, one of which wrote, and no lock was held by all. Any other place needs no scheduling
 * point. What one thread alone touches commutes with all that others do, and so does what is only
 * read. What is always touched under one lock commutes with all that others can do while that is
 * held, and taking the lock is a point. When a place turns out to be met at after all, the
 * exploration begins again with it. Only the thread that has the turn may call.
 *
 * <p>A lock that is asked whether it is free, by {@code tryLock} say, is no such lock: that it is
 * held can then be seen without touching what it guards.
 */
public final class Learned {
  private final BitSet met = new BitSet();
  private final Map<String, Integer> named = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final long meetings = OutsideThreads.meetings();
  private boolean more;

  /** The place that is something of the run's own, by its name there. */
  public int place(String name) {
    return named.computeIfAbsent(name, unknown -> Sites.newPlace());
  }

  /** Whether threads are known to meet at a place. */
  public boolean has(int place) {
    return met.get(place) || Sites.met(place);
  }

  /** Says that threads meet at a place. */
  public void add(int place) {
    if (!met.get(place)) {
      met.set(place);
      more = true;
    }
  }

  /** Whether a lock, by its name in a run, is never asked whether it is free. */
  public boolean guards(String lock) {
    return asked.isEmpty() || !asked.contains(base(lock));
  }

  /** Says that a lock is asked whether it is free. */
  public void asks(String lock) {
    more |= asked.add(base(lock));
  }

  private static String base(String lock) {
    int number = lock.indexOf(" #");
    return number < 0 ? lock : lock.substring(0, number);
  }

  /** Whether outside threads have been in woven code meanwhile. */
  public boolean metOutsideThreads() {
    return OutsideThreads.meetings() > meetings;
  }

  /** Whether any place was added since this was last asked. */
  public boolean more() {
    boolean was = more;
    more = false;
    return was;
  }

  /** How many there are. */
  public int size() {
    return met.cardinality();
  }
}

package dev.lockjaw.adapter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which threads are inside an adapter, before the threads of a scenario begin. The adapter may
 * never return, so another thread watches. Any thread.
 */
public final class Openings {
  private static final Map<Thread, Begun> NOW = new ConcurrentHashMap<>();

  /**
   * A call of an adapter.
   *
   * @param what the adapter has not done yet, as a clause
   * @param since the nanosecond at which it began
   */
  private record Begun(String what, long since) {}

  private Openings() {}

  static void begin(String what) {
    NOW.put(Thread.currentThread(), new Begun(what, System.nanoTime()));
  }

  static void end() {
    NOW.remove(Thread.currentThread());
  }

  /**
   * What an adapter has not done on a thread although it began longer ago than a time, as a clause;
   * null if there is nothing.
   *
   * @param nanos the time
   */
  public static String longerThan(long nanos, Thread thread) {
    Begun now = NOW.get(thread);
    return now != null && System.nanoTime() - now.since > nanos ? now.what : null;
  }
}

package dev.lockjaw.adapter;

import java.nio.channels.IllegalSelectorException;
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
   * @param what it is to do, such as "open a session"
   * @param since the nanosecond at which it began
   */
  private record Begun(SessionAdapter adapter, String what, long since) {}

  private Openings() {}

  /**
   * Runs a call of an adapter on the calling thread.
   *
   * @throws AdapterException if the adapter failed
   */
  static void during(SessionAdapter adapter, String what, UserSession.Action call) {
    NOW.put(Thread.currentThread(), new Begun(adapter, what, System.nanoTime()));
    try {
      call.run();
    } catch (MisfitException misfit) {
      throw misfit;
    } catch (IllegalSelectorException foreign) {
      throw new AdapterException(
          adapter.id()
              + " could not "
              + what
              + ": the JDK's selectors refuse Opening.channel(): take one of Opening.selector(), as"
              + " Selector.open() opens such a one only in woven code that is explored",
          foreign);
    } catch (Exception | LinkageError refused) {
      throw new AdapterException(adapter.id() + " could not " + what, refused);
    } finally {
      NOW.remove(Thread.currentThread());
    }
  }

  /**
   * What an adapter has not done on a thread although it began longer ago than a time, as a clause;
   * null if there is nothing.
   *
   * @param nanos the time
   */
  public static String longerThan(long nanos, Thread thread) {
    Begun now = NOW.get(thread);
    return now != null && System.nanoTime() - now.since > nanos
        ? now.adapter.id() + " has not been able to " + now.what
        : null;
  }
}

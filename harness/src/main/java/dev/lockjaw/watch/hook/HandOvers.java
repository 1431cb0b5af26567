package dev.lockjaw.watch.hook;

/**
 * Called where the JDK hands something from thread to thread: a task, the result of a future, an
 * element of a queue. What the one thread did before is over for the other. Any thread.
 */
public final class HandOvers {
  /** The hand-over of which an object is the last part, by its number in the log. */
  private static final Identities<Long> HANDED = new Identities<>();

  private HandOvers() {}

  /** The thread gives a thing away, for any thread to take. */
  public static void hand(Object thing) {
    if (thing == null || isOfThreads(thing)) {
      return;
    }
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        long number = me.handOver();
        if (number != 0) {
          HANDED.put(thing, number);
        }
      } finally {
        me.leave();
      }
    }
  }

  /** The thread has a thing that another may have given away. */
  public static void take(Object thing) {
    if (thing == null || isOfThreads(thing)) {
      return;
    }
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        Long number = HANDED.get(thing);
        if (number != null) {
          me.takeOver(number);
        }
      } finally {
        me.leave();
      }
    }
  }

  /** Whether the JVM hands it over to run a virtual thread, where no hook may look at threads. */
  private static boolean isOfThreads(Object thing) {
    return thing.getClass().getName().startsWith("java.lang.VirtualThread");
  }
}

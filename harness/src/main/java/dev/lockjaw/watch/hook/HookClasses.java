package dev.lockjaw.watch.hook;

/** Loads the hooks before the first woven class needs one. */
public final class HookClasses {
  private HookClasses() {}

  /** Loads and initialises every class that a hook may use. */
  public static void load() {
    Class<?>[] all = {
      CallHooks.class,
      HandOvers.class,
      HeldLocks.class,
      Identities.class,
      BlockingIo.class,
      LockHooks.class,
      LockIds.class,
      LockKinds.class,
      LongTable.class,
      MonitorHooks.class,
      OpenCalls.class,
      Published.class,
      SemaphoreHooks.class,
      StampHooks.class,
      Syncs.class,
      ThreadHooks.class,
      TlsVisit.class,
      WaitHooks.class,
      Waiters.class,
      WatchLog.class,
      WatchStacks.class,
      WatchedThread.class
    };
    for (Class<?> one : all) {
      try {
        Class.forName(one.getName(), true, one.getClassLoader());
      } catch (ClassNotFoundException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}

package dev.lockjaw.watch.hook;

import java.util.concurrent.Semaphore;

/**
 * Called in place of the methods of {@link Semaphore} that take or give one permit. A semaphore
 * counts as a lock once a thread has taken its only permit and given it back, until it is seen with
 * two permits or another thread gives one back. Any thread.
 */
public final class SemaphoreHooks {
  private static final Identities<Use> USES = new Identities<>();

  private SemaphoreHooks() {}

  /** How a semaphore has been used so far. */
  private static final class Use {
    volatile boolean paired;
    volatile boolean otherwise;

    boolean asLock() {
      return paired && !otherwise;
    }
  }

  private static Use use(Semaphore semaphore) {
    Use use = USES.get(semaphore);
    return use != null ? use : USES.putIfAbsent(semaphore, new Use());
  }

  /** In place of {@link Semaphore#acquire()}. */
  public static void acquire(Semaphore semaphore, int site) throws InterruptedException {
    ask(semaphore, site);
    semaphore.acquire();
    taken(semaphore, site, false);
  }

  /** In place of {@link Semaphore#acquireUninterruptibly()}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int site) {
    ask(semaphore, site);
    semaphore.acquireUninterruptibly();
    taken(semaphore, site, false);
  }

  /** In place of {@link Semaphore#tryAcquire()}. */
  public static boolean tryAcquire(Semaphore semaphore, int site) {
    boolean got = semaphore.tryAcquire();
    if (got) {
      taken(semaphore, site, true);
    }
    return got;
  }

  private static void ask(Semaphore semaphore, int site) {
    WatchedThread me = WatchedThread.enter();
    if (me == null) {
      return;
    }
    try {
      Use use = use(semaphore);
      int available = semaphore.availablePermits();
      use.otherwise |= available > 1;
      boolean wouldWait = available == 0;
      if (!use.asLock()) {
        return;
      }
      if (wouldWait && me.locks.holds(semaphore)) {
        me.locks.askForOwn(semaphore, semaphore, 0);
      } else if (wouldWait || me.locks.depth() > 0) {
        me.locks.ask(semaphore, semaphore, site, wouldWait, 0);
      }
    } finally {
      me.leave();
    }
  }

  private static void taken(Semaphore semaphore, int site, boolean tried) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        Use use = use(semaphore);
        use.otherwise |= semaphore.availablePermits() > 0;
        if (!use.otherwise) {
          int kind = use.paired ? LockKinds.EXCLUSIVE : LockKinds.UNPROVEN;
          me.locks.taken(semaphore, semaphore, kind, site, tried);
        }
      } finally {
        me.leave();
      }
    }
  }

  /** In place of {@link Semaphore#release()}. */
  public static void release(Semaphore semaphore) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        Use use = use(semaphore);
        if (me.locks.release(semaphore)) {
          use.paired = true;
        } else {
          use.otherwise = true;
        }
      } finally {
        me.leave();
      }
    }
    semaphore.release();
  }

  /** In place of {@link Semaphore#release(int)}, and wherever permits are counted. */
  public static void release(Semaphore semaphore, int permits) {
    use(semaphore).otherwise = true;
    semaphore.release(permits);
  }

  static boolean held(Semaphore semaphore) {
    return use(semaphore).asLock() && semaphore.availablePermits() == 0;
  }
}

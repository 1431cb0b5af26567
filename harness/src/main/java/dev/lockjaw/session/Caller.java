package dev.lockjaw.session;

import dev.lockjaw.lock.Status;
import dev.lockjaw.mark.Plumbing;
import java.util.function.Supplier;

/** What the calling thread is doing with sessions. Each thread sees its own part only. */
final class Caller {
  private static final ThreadLocal<Caller> HERE = ThreadLocal.withInitial(Caller::new);

  private int callbacks;
  private int asked;
  private boolean lent;

  private Caller() {}

  /** Whether it is inside a receive callback. */
  static boolean inCallback() {
    return HERE.get().callbacks > 0;
  }

  /** Whether it has asked a strategy to run an operation, and waits for the outcome. */
  static boolean hasAsked() {
    return HERE.get().asked > 0;
  }

  /** Whether it runs a send that another thread handed to it. */
  static boolean isLent() {
    return HERE.get().lent;
  }

  @Plumbing
  static void callBack(Runnable callback) {
    Caller here = HERE.get();
    here.callbacks++;
    try {
      callback.run();
    } finally {
      here.callbacks--;
    }
  }

  @Plumbing
  static Status ask(Supplier<Status> strategy) {
    Caller here = HERE.get();
    here.asked++;
    try {
      return strategy.get();
    } finally {
      here.asked--;
    }
  }

  /** Runs a send that another thread, if it is not this one, has handed to this thread. */
  @Plumbing
  static Status lend(Thread from, Supplier<Status> send) {
    if (from == Thread.currentThread()) {
      return send.get();
    }
    Caller here = HERE.get();
    boolean before = here.lent;
    here.lent = true;
    try {
      return send.get();
    } finally {
      here.lent = before;
    }
  }
}

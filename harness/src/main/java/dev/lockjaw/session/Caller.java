package dev.lockjaw.session;

import dev.lockjaw.lock.Status;
import dev.lockjaw.mark.Plumbing;
import java.util.function.Function;
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

  /**
   * Lets a strategy run a send, on the calling thread or on another one, now or later.
   *
   * <p>The calling thread may also run the send after it has left here: it drains a queue later, or
   * serves in another role. The send is lent then, too, so the thread alone does not decide.
   *
   * @param strategy is given the send, to run it once
   */
  @Plumbing
  static Status dispatch(Function<Supplier<Status>, Status> strategy, Supplier<Status> send) {
    Caller here = HERE.get();
    Call call = new Call();
    try {
      return strategy.apply(() -> HERE.get() == here && call.open ? send.get() : lend(send));
    } finally {
      call.open = false;
    }
  }

  /** A call of {@link #dispatch}; used by its thread alone. */
  private static final class Call {
    boolean open = true;
  }

  @Plumbing
  private static Status lend(Supplier<Status> send) {
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

package dev.lockjaw.watch.hook;

/**
 * Called where TLS calls, blocking I/O and callbacks begin and end, inside the methods themselves.
 * Each beginning has one {@link #leave}. Any thread.
 */
public final class CallHooks {
  private CallHooks() {}

  /** A method of an {@code SSLEngine} begins; {@code call} is a number of TlsCall. */
  public static void engine(Object engine, int call) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.calls.enterTls(engine, call, false);
      } finally {
        me.leave();
      }
    }
  }

  /** A method of an {@code SSLSocket} or of one of its streams begins. */
  public static void socket(Object socket, int call) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.calls.enterTls(socket, call, true);
      } finally {
        me.leave();
      }
    }
  }

  /** A method begins that may sleep in I/O; {@code what} is a number of {@link BlockingIo}. */
  public static void io(Object on, int what) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.calls.enterIo(on, what);
      } finally {
        me.leave();
      }
    }
  }

  /** A method of the program begins that TLS calls back. */
  public static void callback(Object on, int ignored) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.calls.enterCallback();
      } finally {
        me.leave();
      }
    }
  }

  /** What began last, ends. */
  public static void leave() {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.calls.leave();
      } finally {
        me.leave();
      }
    }
  }
}

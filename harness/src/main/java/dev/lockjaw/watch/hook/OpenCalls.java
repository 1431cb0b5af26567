package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.EventKind;
import dev.lockjaw.watch.event.Layout;
import java.nio.channels.SelectableChannel;
import java.util.Arrays;

/** The TLS calls, callbacks and I/O that one thread is in, oldest first. One thread. */
final class OpenCalls {
  /** I/O that takes less, in nanoseconds, has not slept for others to notice. */
  private static final long SLEEP = 1_000_000;

  /** What a thread is in. */
  private enum Kind {
    NOTHING,
    TLS,
    CALLBACK,
    IO
  }

  private final WatchedThread me;
  private Kind[] kinds = new Kind[8];
  private Object[] objects = new Object[8];
  private long[] details = new long[8];
  private boolean[] written = new boolean[8];
  private int depth;

  OpenCalls(WatchedThread me) {
    this.me = me;
  }

  int depth() {
    return depth;
  }

  /** The log knows of no call any more. */
  void forget() {
    Arrays.fill(written, false);
  }

  private void push(Kind kind, Object object, long detail) {
    if (depth == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * depth);
      objects = Arrays.copyOf(objects, 2 * depth);
      details = Arrays.copyOf(details, 2 * depth);
      written = Arrays.copyOf(written, 2 * depth);
    }
    kinds[depth] = kind;
    objects[depth] = object;
    details[depth] = detail;
    written[depth] = false;
    depth++;
  }

  void enterTls(Object session, int call, boolean socket) {
    for (int i = depth - 1; i >= 0 && kinds[i] != Kind.CALLBACK; i--) {
      if (kinds[i] == Kind.TLS && ((TlsVisit) objects[i]).session == session) {
        push(Kind.NOTHING, null, 0);
        return;
      }
    }
    push(Kind.TLS, TlsVisit.enter(me, session, call, socket), call);
  }

  void enterIo(Object on, int what) {
    if (me.locks.depth() == 0
        || BlockingIo.onChannel(what)
            && on instanceof SelectableChannel channel
            && !channel.isBlocking()
        || inIo()) {
      push(Kind.NOTHING, null, 0);
      return;
    }
    me.locks.publish();
    if (me.locks.depth() == 0) {
      push(Kind.NOTHING, null, 0);
      return;
    }
    long key = me.locks.circumstances(CallHooks.class, -8 - what);
    long stack = me.stack(key);
    long name = WatchLog.text(Layout.TEXT_NAME, BlockingIo.title(what));
    me.write(EventKind.IO_ENTER, LockIds.id(on), name, stack);
    long now = System.nanoTime();
    push(Kind.IO, on, now);
    written[depth - 1] = true;
    me.sleepsSince = now;
  }

  private boolean inIo() {
    return depth > 0 && kinds[depth - 1] == Kind.IO;
  }

  void enterCallback() {
    TlsVisit in = null;
    for (int i = 0; i < depth; i++) {
      in = kinds[i] == Kind.TLS ? (TlsVisit) objects[i] : in;
    }
    if (in == null && me.locks.depth() == 0 || depth > 0 && kinds[depth - 1] == Kind.CALLBACK) {
      push(Kind.NOTHING, null, 0);
      return;
    }
    me.locks.publish();
    long stack = WatchStacks.here();
    for (int i = 0; i < depth; i++) {
      if (kinds[i] == Kind.TLS) {
        ((TlsVisit) objects[i]).publish(stack);
      }
    }
    me.write(EventKind.CALLBACK_ENTER, in == null ? 0 : in.id(), 0, stack);
    push(Kind.CALLBACK, in, 0);
    written[depth - 1] = true;
  }

  void leave() {
    if (depth == 0) {
      return;
    }
    int at = depth - 1;
    switch (kinds[at]) {
      case TLS -> ((TlsVisit) objects[at]).leave();
      case CALLBACK -> {
        if (written[at]) {
          TlsVisit in = (TlsVisit) objects[at];
          me.write(EventKind.CALLBACK_LEAVE, in == null ? 0 : in.id(), 0, 0);
        }
      }
      case IO -> {
        me.sleepsSince = 0;
        boolean slept = System.nanoTime() - details[at] >= SLEEP;
        if (written[at]) {
          me.write(EventKind.IO_LEAVE, LockIds.id(objects[at]), slept ? 1 : 0, 0);
        }
      }
      default -> {}
    }
    depth = at;
    objects[at] = null;
    if (depth == 0 && me.virtual && me.locks.depth() == 0) {
      me.rest();
    }
  }
}

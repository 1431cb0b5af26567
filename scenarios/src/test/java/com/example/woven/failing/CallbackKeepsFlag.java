package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A callback that throws leaves the flag set that says that a thread drains. From netty#4296. */
public final class CallbackKeepsFlag extends Session {
  private final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  private boolean inside;

  public CallbackKeepsFlag(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    outbox.add(data);
    if (enter()) {
      leave();
    }
  }

  @Override
  public void receive() throws Exception {
    if (!engine.fill()) {
      return;
    }
    while (!enter()) {
      synchronized (this) {
        while (inside) {
          wait();
        }
      }
    }
    List<byte[]> received = engine.open();
    received.forEach(with::received);
    leave();
  }

  private synchronized boolean enter() {
    if (inside) {
      return false;
    }
    inside = true;
    return true;
  }

  private void leave() throws Exception {
    do {
      for (byte[] next = outbox.poll(); next != null; next = outbox.poll()) {
        engine.send(next);
      }
    } while (!left());
  }

  private synchronized boolean left() {
    if (!outbox.isEmpty()) {
      return false;
    }
    inside = false;
    notifyAll();
    return true;
  }

  @Override
  public synchronized void free() throws Exception {
    engine.close();
  }
}

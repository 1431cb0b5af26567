package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Clears the flag, whatever the callback does. */
public final class CallbackReturnsFlag extends Session {
  private final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  private boolean inside;

  public CallbackReturnsFlag(Opening with) {
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
    try {
      List<byte[]> received = engine.open();
      received.forEach(with::received);
    } finally {
      leave();
    }
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

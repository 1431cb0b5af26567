package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two senders may each start such a thread. */
public final class PollingLoopTwice extends Session {
  private final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  private volatile boolean started;

  public PollingLoopTwice(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    outbox.add(data);
    if (!started) {
      started = true;
      new Thread(this::loop, "loop").start();
    }
  }

  private void loop() {
    try {
      while (true) {
        byte[] next;
        while ((next = outbox.poll()) == null) {}
        engine.send(next);
      }
    } catch (IOException over) {
      Thread.currentThread().interrupt();
    }
  }
}

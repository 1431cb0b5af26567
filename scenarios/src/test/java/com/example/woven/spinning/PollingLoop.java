package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A thread of its own polls the queue for what is to be sent. */
public final class PollingLoop extends Session {
  private final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  private boolean started;

  public PollingLoop(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    outbox.add(data);
    start();
  }

  private synchronized void start() {
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

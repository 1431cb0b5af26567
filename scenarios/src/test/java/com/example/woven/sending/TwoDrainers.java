package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two threads both find that nobody drains. From grizzly#1079. */
public final class TwoDrainers extends Session {
  private final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  private volatile boolean draining;

  public TwoDrainers(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    outbox.add(data);
    while (!outbox.isEmpty() && !draining) {
      draining = true;
      for (byte[] next = outbox.poll(); next != null; next = outbox.poll()) {
        engine.send(next);
      }
      draining = false;
    }
  }
}

package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks once more after it has stopped. */
public final class DrainLoopAgain extends Session {
  private final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean draining = new AtomicBoolean();

  public DrainLoopAgain(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    outbox.add(data);
    while (!outbox.isEmpty() && draining.compareAndSet(false, true)) {
      for (byte[] next = outbox.poll(); next != null; next = outbox.poll()) {
        engine.send(next);
      }
      draining.set(false);
    }
  }
}

package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;

/** A close that sleeps until the threads inside have left. */
public final class ClosedWhenIdle extends Session {
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean closed;

  public ClosedWhenIdle(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    inside.incrementAndGet();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      engine.send(data);
    } finally {
      inside.decrementAndGet();
    }
  }

  @Override
  public void free() throws IOException, InterruptedException {
    closed = true;
    while (inside.get() > 0) {
      Thread.sleep(50);
    }
    engine.close();
  }
}

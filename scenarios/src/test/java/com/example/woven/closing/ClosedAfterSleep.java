package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;

/** A close that sleeps, and takes it that the threads inside have left meanwhile. */
public final class ClosedAfterSleep extends Session {
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean closed;

  public ClosedAfterSleep(Opening with) {
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
    Thread.sleep(50);
    engine.close();
  }
}

package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** The same, which gives up once the thread has ended. */
public final class HandedOverInTime extends Session {
  private final SynchronousQueue<byte[]> outbox = new SynchronousQueue<>();
  private final Thread loop = new Thread(this::loop, "loop");
  private volatile boolean closed;

  public HandedOverInTime(Opening with) {
    super(with);
    loop.start();
  }

  @Override
  public void send(byte[] data) throws Exception {
    while (!outbox.offer(data, 1, TimeUnit.SECONDS)) {
      if (closed) {
        throw new ClosedChannelException();
      }
    }
  }

  private void loop() {
    try {
      while (!closed) {
        engine.send(outbox.take());
      }
    } catch (IOException | InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void free() throws Exception {
    closed = true;
    loop.interrupt();
    loop.join();
    engine.close();
  }
}

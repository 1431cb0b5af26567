package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;

/** Hands what is to be sent to a thread that close has ended: nobody takes it. */
public final class HandedOver extends Session {
  private final SynchronousQueue<byte[]> outbox = new SynchronousQueue<>();
  private final Thread loop = new Thread(this::loop, "loop");
  private volatile boolean closed;

  public HandedOver(Opening with) {
    super(with);
    loop.start();
  }

  @Override
  public void send(byte[] data) throws Exception {
    if (!closed) {
      outbox.put(data);
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

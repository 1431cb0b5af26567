package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread of its own sends what is put into its queue. */
public final class LoopOfItsOwn extends Session {
  private final BlockingQueue<byte[]> outbox = new LinkedBlockingQueue<>();
  private final Thread loop = new Thread(this::loop, "loop");
  private boolean started;

  public LoopOfItsOwn(Opening with) {
    super(with);
  }

  @Override
  public synchronized void send(byte[] data) throws Exception {
    if (!started) {
      started = true;
      loop.start();
    }
    outbox.put(data);
  }

  private void loop() {
    try {
      while (true) {
        engine.send(outbox.take());
      }
    } catch (IOException | InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}

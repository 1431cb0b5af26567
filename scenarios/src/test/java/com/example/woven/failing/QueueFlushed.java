package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Close waits until the writer thread has sent everything. */
public final class QueueFlushed extends Session {
  private final ExecutorService writer = Executors.newSingleThreadExecutor();

  public QueueFlushed(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    writer.execute(() -> write(data));
  }

  private void write(byte[] data) {
    try {
      engine.send(data);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public void receive() throws Exception {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received = engine.open();
    received.forEach(with::received);
  }

  @Override
  public void free() throws Exception {
    writer.shutdown();
    writer.awaitTermination(1, TimeUnit.MINUTES);
    engine.close();
  }
}

package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gathers what is sent and flushes it a little later. A shutdown leaves a task with a delay in
 * place. From milo#246.
 */
public final class FlushedAfterClose extends Session {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final List<byte[]> gathered = new ArrayList<>();

  public FlushedAfterClose(Opening with) {
    super(with);
  }

  @Override
  public synchronized void send(byte[] data) {
    if (timer.isShutdown()) {
      throw new IllegalStateException("closed");
    }
    if (gathered.isEmpty()) {
      timer.schedule(this::flush, 5, TimeUnit.MILLISECONDS);
    }
    gathered.add(data);
  }

  private synchronized void flush() {
    try {
      for (byte[] data : gathered) {
        engine.send(data);
      }
      gathered.clear();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public synchronized void free() throws IOException {
    timer.shutdown();
    engine.close();
  }
}

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

/** Close flushes what was gathered, and nothing is left for the task. */
public final class FlushedAtClose extends Session {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final List<byte[]> gathered = new ArrayList<>();

  public FlushedAtClose(Opening with) {
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
    timer.shutdownNow();
    flush();
    engine.close();
  }
}

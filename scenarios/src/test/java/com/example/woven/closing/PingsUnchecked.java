package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks whether it is closed, then locks, then pings. From discljord#47. */
public final class PingsUnchecked extends Session {
  private static final byte[] PING = {};

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean closed;

  public PingsUnchecked(Opening with) {
    super(with);
    timer.scheduleAtFixedRate(this::ping, 30, 30, TimeUnit.SECONDS);
  }

  @Override
  public void send(byte[] data) throws IOException {
    synchronized (engine) {
      if (closed) {
        throw new IOException("closed");
      }
      engine.send(data);
    }
  }

  private void ping() {
    if (closed) {
      return;
    }
    try {
      synchronized (engine) {
        engine.send(PING);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void free() throws IOException {
    timer.shutdown();
    synchronized (engine) {
      closed = true;
      engine.close();
    }
  }
}

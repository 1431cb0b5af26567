package com.example.woven.closing;

import com.example.woven.Engine;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A timer's task uses a field that close sets to null; cancel does not wait for it. From rcsjta#57.
 */
public final class NulledByTimer implements UserSession {
  private static final byte[] PING = {};

  private final Timer timer = new Timer("ping", true);
  private volatile Engine engine;

  public NulledByTimer(Opening with) {
    this.engine = new Engine(with);
    TimerTask ping =
        new TimerTask() {
          @Override
          public void run() {
            ping();
          }
        };
    timer.schedule(ping, 20_000, 20_000);
  }

  private void ping() {
    if (engine != null) {
      synchronized (this) {
        try {
          engine.send(PING);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    }
  }

  @Override
  public synchronized void send(byte[] data) throws IOException {
    if (engine == null) {
      throw new IOException("closed");
    }
    engine.send(data);
  }

  @Override
  public void receive() {
    throw new UnsupportedOperationException("receive");
  }

  @Override
  public synchronized void free() throws IOException {
    timer.cancel();
    engine.close();
    engine = null;
  }
}

package com.example.woven.stopping;

import com.example.woven.Engine;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;

/** Its getters take no lock. From Open Liberty, #6524. */
public final class StatusUnlocked implements UserSession {
  private Engine engine;

  public StatusUnlocked(Opening with) {
    this.engine = new Engine(with);
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
  public void status() {
    if (engine != null) {
      engine.status();
    }
  }

  @Override
  public synchronized void free() throws IOException {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}

package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;

/** Close sets to null what send has just looked at. From Undertow (UNDERTOW-1839). */
public final class NulledEngine implements UserSession {
  private final Opening with;
  private Engine engine;

  public NulledEngine(Opening with) {
    this.with = with;
    this.engine = new Engine(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (engine != null) {
      engine.send(data);
    }
  }

  @Override
  public void receive() throws IOException {
    if (engine != null && engine.fill()) {
      engine.open().forEach(with::received);
    }
  }

  @Override
  public void free() throws IOException {
    Engine mine = engine;
    engine = null;
    if (mine != null) {
      mine.close();
    }
  }
}

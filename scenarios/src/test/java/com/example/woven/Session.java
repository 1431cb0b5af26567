package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;

/** What all sessions here have. Those that only send need no more. */
public abstract class Session implements UserSession {
  protected final Opening with;
  protected final Engine engine;

  protected Session(Opening with) {
    this.with = with;
    this.engine = new Engine(with);
  }

  @Override
  public void receive() throws Exception {
    throw new UnsupportedOperationException("receive");
  }

  @Override
  public void free() throws Exception {
    engine.close();
  }
}

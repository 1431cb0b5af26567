package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;

/** What all sessions here have. Those that only send need no more. */
abstract class Session implements UserSession {
  final Opening with;
  final Engine engine;

  Session(Opening with) {
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

package com.example.pool;

import dev.lockjaw.adapter.UserSession;
import java.util.concurrent.Executor;

/** A session that sends on threads of a pool. */
public final class SendingOn implements UserSession {
  private final Executor pool;
  private final UserSession session;

  public SendingOn(Executor pool, UserSession session) {
    this.pool = pool;
    this.session = session;
  }

  @Override
  public void send(byte[] data) {
    pool.execute(() -> sendNow(data));
  }

  private void sendNow(byte[] data) {
    try {
      session.send(data);
    } catch (Exception closed) {
      Thread.currentThread().interrupt(); // the receiver is gone, so nothing is left to report to
    }
  }

  @Override
  public void receive() throws Exception {
    session.receive();
  }

  @Override
  public void free() throws Exception {
    session.free();
  }
}

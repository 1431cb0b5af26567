package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;

/** Answers the peer's close_notify as it sends: under the lock. */
public final class AnswersCloseLocked extends Session {
  public AnswersCloseLocked(Opening with) {
    super(with);
  }

  @Override
  public synchronized void send(byte[] data) throws Exception {
    engine.send(data);
  }

  @Override
  public void receive() throws Exception {
    List<byte[]> received = engine.fill() ? engine.open() : List.of();
    received.forEach(with::received);
    if (engine.closedByPeer()) {
      send(new byte[0]);
    }
  }

  @Override
  public synchronized void free() throws Exception {
    engine.close();
  }
}

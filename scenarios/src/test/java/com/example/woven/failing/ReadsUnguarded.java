package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;

/** Fills the one buffer of packets under no lock. From graphene, pull request 2059. */
public final class ReadsUnguarded extends Session {
  public ReadsUnguarded(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    throw new UnsupportedOperationException("send");
  }

  @Override
  public void receive() throws Exception {
    if (engine.fill()) {
      List<byte[]> received;
      synchronized (this) {
        received = engine.open();
      }
      received.forEach(with::received);
    }
  }
}

package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;

/** Holds a lock of its own while it reads and decrypts. */
public final class ReadsInTurn extends Session {
  public ReadsInTurn(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    throw new UnsupportedOperationException("send");
  }

  @Override
  public void receive() throws Exception {
    List<byte[]> received;
    synchronized (this) {
      if (!engine.fill()) {
        return;
      }
      received = engine.open();
    }
    received.forEach(with::received);
  }
}

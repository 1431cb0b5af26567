package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers its packets with an atomic one. */
public final class AtomicNumber extends Session {
  private final byte[][] outbox = new byte[16][];
  private final AtomicInteger next = new AtomicInteger();

  public AtomicNumber(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    int mine = next.getAndIncrement();
    outbox[mine] = data;
    synchronized (engine) {
      if (outbox[mine] != null) {
        engine.send(outbox[mine]);
        outbox[mine] = null;
      }
    }
  }
}

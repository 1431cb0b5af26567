package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Numbers its packets with a plain integer; two get the same. From a pipelining client. */
public final class PlainNumber extends Session {
  private final byte[][] outbox = new byte[16][];
  private int next;

  public PlainNumber(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    int mine = next++;
    outbox[mine] = data;
    synchronized (engine) {
      if (outbox[mine] != null) {
        engine.send(outbox[mine]);
        outbox[mine] = null;
      }
    }
  }
}

package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Goes through a list that another thread adds to. From tyrus#515. */
public final class IteratedBeside extends Session {
  private final List<byte[]> outbox = new ArrayList<>();

  public IteratedBeside(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    outbox.add(data);
    synchronized (engine) {
      for (byte[] next : outbox) {
        engine.send(next);
      }
      outbox.clear();
    }
  }
}

package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Two may see the volatile flag cleared. From grizzly#1079. */
public final class SpinFlagThenTake extends Session {
  private volatile boolean busy;

  public SpinFlagThenTake(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    while (busy) {}
    busy = true;
    try {
      engine.send(data);
    } finally {
      busy = false;
    }
  }
}

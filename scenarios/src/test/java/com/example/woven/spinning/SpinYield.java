package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A spin lock that yields. */
public final class SpinYield extends Session {
  private final AtomicBoolean busy = new AtomicBoolean();

  public SpinYield(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    while (busy.getAndSet(true)) {
      Thread.yield();
    }
    try {
      engine.send(data);
    } finally {
      busy.set(false);
    }
  }
}

package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Yields once, and takes the lock for its own. */
public final class SpinYieldOnce extends Session {
  private final AtomicBoolean busy = new AtomicBoolean();

  public SpinYieldOnce(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (busy.getAndSet(true)) {
      Thread.yield();
    }
    try {
      engine.send(data);
    } finally {
      busy.set(false);
    }
  }
}

package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Waits for a volatile flag, which is taken under a monitor. */
public final class SpinFlag extends Session {
  private volatile boolean busy;

  public SpinFlag(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    while (!take()) {
      while (busy) {}
    }
    try {
      engine.send(data);
    } finally {
      busy = false;
    }
  }

  private synchronized boolean take() {
    if (busy) {
      return false;
    }
    busy = true;
    return true;
  }
}

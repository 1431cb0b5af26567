package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.List;

/** A receiver under a spin lock, with the callback outside. */
public final class CallbackAfterSpinLock extends SpinLock {
  public CallbackAfterSpinLock(Opening with) {
    super(with);
  }

  @Override
  public void receive() throws IOException {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received;
    lock();
    try {
      if (closed) {
        return;
      }
      received = engine.open();
    } finally {
      unlock();
    }
    received.forEach(with::received);
  }
}

package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls the receiver under a spin lock. From libdatachannel#1347. */
public final class CallbackUnderSpinLock extends Session {
  private final AtomicBoolean busy = new AtomicBoolean();

  public CallbackUnderSpinLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    lock();
    try {
      engine.send(data);
    } finally {
      unlock();
    }
  }

  @Override
  public void receive() throws IOException {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received;
    lock();
    try {
      received = engine.open();
      received.forEach(with::received);
    } finally {
      unlock();
    }
  }

  private void lock() {
    while (!busy.compareAndSet(false, true)) {}
  }

  private void unlock() {
    busy.set(false);
  }
}

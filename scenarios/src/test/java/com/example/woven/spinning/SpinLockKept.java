package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Leaves with the spin lock when it finds the session closed. */
public final class SpinLockKept extends Session {
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean closed;

  public SpinLockKept(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    lock();
    if (closed) {
      throw new ClosedChannelException();
    }
    engine.send(data);
    unlock();
  }

  @Override
  public void free() throws IOException {
    lock();
    try {
      if (!closed) {
        closed = true;
        engine.close();
      }
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

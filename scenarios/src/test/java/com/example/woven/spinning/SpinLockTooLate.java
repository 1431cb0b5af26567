package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at the plain field before it has the spin lock. From UNDERTOW-1839. */
public final class SpinLockTooLate extends Session {
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean closed;

  public SpinLockTooLate(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    lock();
    try {
      engine.send(data);
    } finally {
      unlock();
    }
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

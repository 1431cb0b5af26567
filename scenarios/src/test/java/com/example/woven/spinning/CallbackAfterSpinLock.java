package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The same with the callback outside. */
public final class CallbackAfterSpinLock extends Session {
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean closed;

  public CallbackAfterSpinLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
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
      if (closed) {
        return;
      }
      received = engine.open();
    } finally {
      unlock();
    }
    received.forEach(with::received);
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

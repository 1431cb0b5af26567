package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The count done right: nobody enters once it was zero. */
public final class AtomicCount extends Session {
  private final AtomicInteger users = new AtomicInteger(1);
  private final AtomicBoolean freed = new AtomicBoolean();

  public AtomicCount(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    for (int seen = users.get(); ; seen = users.get()) {
      if (seen == 0) {
        throw new ClosedChannelException();
      }
      if (users.compareAndSet(seen, seen + 1)) {
        break;
      }
    }
    try {
      synchronized (engine) {
        engine.send(data);
      }
    } finally {
      leave();
    }
  }

  @Override
  public void free() throws IOException {
    if (freed.compareAndSet(false, true)) {
      leave();
    }
  }

  private void leave() throws IOException {
    if (users.decrementAndGet() == 0) {
      engine.close();
    }
  }
}

package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A thread that is interrupted while it waits for the lock gives up. */
public final class RefusesInterrupted extends Session {
  private final ReentrantLock lock = new ReentrantLock();

  public RefusesInterrupted(Opening with) {
    super(with);
  }

  private void locked(Action action) throws Exception {
    lock.lockInterruptibly();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void send(byte[] data) throws Exception {
    locked(() -> engine.send(data));
  }

  @Override
  public void receive() throws Exception {
    List<byte[]> received = engine.fill() ? engine.open() : List.of();
    received.forEach(with::received);
  }

  @Override
  public void free() throws Exception {
    locked(engine::close);
  }
}

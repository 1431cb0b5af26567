package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The same with the callback outside. */
public final class CallbackAfterSemaphore extends Session {
  private final Semaphore lock = new Semaphore(1);
  private boolean closed;

  public CallbackAfterSemaphore(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    lock.acquire();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      engine.send(data);
    } finally {
      lock.release();
    }
  }

  @Override
  public void receive() throws Exception {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received;
    lock.acquire();
    try {
      if (closed) {
        return;
      }
      received = engine.open();
    } finally {
      lock.release();
    }
    received.forEach(with::received);
  }

  @Override
  public void free() throws Exception {
    lock.acquire();
    try {
      if (!closed) {
        closed = true;
        engine.close();
      }
    } finally {
      lock.release();
    }
  }
}

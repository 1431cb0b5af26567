package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** Sends and closes under a lock that its subclasses make of something to spin on. */
abstract class GuardedBySpinning extends Session {
  boolean closed;

  GuardedBySpinning(Opening with) {
    super(with);
  }

  abstract void lock();

  abstract void unlock();

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
}

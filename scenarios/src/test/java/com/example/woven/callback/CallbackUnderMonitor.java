package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Calls the receiver from a synchronized method; two sessions that relay lock each other out. */
public final class CallbackUnderMonitor extends Session {
  public CallbackUnderMonitor(Opening with) {
    super(with);
  }

  @Override
  public synchronized void send(byte[] data) throws IOException {
    engine.send(data);
  }

  @Override
  public void receive() throws IOException {
    if (engine.fill()) {
      deliver();
    }
  }

  private synchronized void deliver() throws IOException {
    engine.open().forEach(with::received);
  }

  @Override
  public synchronized void free() throws IOException {
    engine.close();
  }
}

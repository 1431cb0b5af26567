package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Takes two locks in one order to send and in the other to receive. From libdatachannel#1618. */
public final class TwoOrders extends Session {
  private final Object sending = new Object();
  private final Object tls = new Object();

  public TwoOrders(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    synchronized (sending) {
      synchronized (tls) {
        engine.send(data);
      }
    }
  }

  @Override
  public void receive() throws IOException {
    if (!engine.fill()) {
      return;
    }
    synchronized (tls) {
      engine.open();
      synchronized (sending) {
        with.received(new byte[0]);
      }
    }
  }

  @Override
  public void free() throws IOException {
    synchronized (sending) {
      synchronized (tls) {
        engine.close();
      }
    }
  }
}

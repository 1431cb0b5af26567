package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves tickets in their order. */
public final class TicketLock extends Session {
  private final AtomicInteger next = new AtomicInteger();
  private volatile int serving;

  public TicketLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    int ticket = next.getAndIncrement();
    while (serving != ticket) {
      Thread.onSpinWait();
    }
    try {
      engine.send(data);
    } finally {
      serving = ticket + 1;
    }
  }
}

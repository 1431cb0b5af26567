package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Gives two threads the same ticket. */
public final class TicketTwice extends Session {
  private volatile int next;
  private volatile int serving;

  public TicketTwice(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    int ticket = next++;
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

package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;

/** Threads wait for their turn. One that is interrupted leaves, and its turn never ends. */
public final class TicketKept extends Session {
  private int next;
  private int served;

  public TicketKept(Opening with) {
    super(with);
  }

  private void inTurn(Action action) throws Exception {
    synchronized (this) {
      int mine = next++;
      while (served != mine) {
        wait();
      }
    }
    try {
      action.run();
    } finally {
      synchronized (this) {
        served++;
        notifyAll();
      }
    }
  }

  @Override
  public void send(byte[] data) throws Exception {
    inTurn(() -> engine.send(data));
  }

  @Override
  public void receive() throws Exception {
    List<byte[]> received = engine.fill() ? engine.open() : List.of();
    received.forEach(with::received);
  }

  @Override
  public void free() throws Exception {
    inTurn(engine::close);
  }
}

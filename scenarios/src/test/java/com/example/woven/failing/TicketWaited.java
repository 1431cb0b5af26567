package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;

/** Threads wait for their turn. An interrupt does not end the wait. */
public final class TicketWaited extends Session {
  private int next;
  private int served;

  public TicketWaited(Opening with) {
    super(with);
  }

  private void inTurn(Action action) throws Exception {
    boolean interrupted = false;
    synchronized (this) {
      int mine = next++;
      while (served != mine) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    try {
      action.run();
    } finally {
      synchronized (this) {
        served++;
        notifyAll();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
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

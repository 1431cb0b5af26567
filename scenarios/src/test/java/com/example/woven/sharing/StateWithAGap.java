package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at an atomic state, and sets it in a second step. From Undertow (UNDERTOW-2054). */
public final class StateWithAGap extends Session {
  private enum State {
    OPEN,
    SENDING,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  public StateWithAGap(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (state.get() != State.OPEN) {
      throw new ClosedChannelException();
    }
    state.set(State.SENDING);
    engine.send(data);
    state.compareAndSet(State.SENDING, State.OPEN);
  }

  @Override
  public void free() throws IOException {
    if (state.compareAndSet(State.OPEN, State.CLOSED)) {
      engine.close();
    }
  }
}

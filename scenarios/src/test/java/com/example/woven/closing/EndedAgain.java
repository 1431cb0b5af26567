package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Each close closes the engine and the socket, which is allowed any number of times. */
public final class EndedAgain extends Session {
  public EndedAgain(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    throw new UnsupportedOperationException("send");
  }

  @Override
  public void free() throws IOException {
    engine.end();
  }
}

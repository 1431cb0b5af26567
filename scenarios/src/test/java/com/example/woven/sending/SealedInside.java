package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Seals under the lock and writes outside of it, in any order. From grizzly#1079. */
public final class SealedInside extends Session {
  public SealedInside(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    ByteBuffer packet;
    synchronized (this) {
      packet = engine.seal(data);
    }
    engine.write(packet);
  }
}

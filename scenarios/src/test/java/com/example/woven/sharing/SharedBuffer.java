package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One buffer for all packets, written to the wire with no lock. From libhv#537. */
public final class SharedBuffer extends Session {
  private final ByteBuffer packet = ByteBuffer.allocate(32 * 1024);

  public SharedBuffer(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    synchronized (this) {
      packet.clear().put(engine.seal(data)).flip();
    }
    engine.write(packet);
  }
}

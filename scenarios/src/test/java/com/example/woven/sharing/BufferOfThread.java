package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A buffer for each thread. */
public final class BufferOfThread extends Session {
  private final ThreadLocal<ByteBuffer> packets =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(32 * 1024));

  public BufferOfThread(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    ByteBuffer packet = packets.get().clear().put(data).flip();
    synchronized (this) {
      engine.send(Arrays.copyOf(packet.array(), packet.limit()));
    }
  }
}

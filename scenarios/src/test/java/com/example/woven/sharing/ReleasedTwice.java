package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Gives a buffer back to the pool twice, and two threads get it. From netty#11537. */
public final class ReleasedTwice extends Session {
  private final Deque<ByteBuffer> pool = new ConcurrentLinkedDeque<>();

  public ReleasedTwice(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    ByteBuffer packet = pool.poll();
    packet = packet == null ? ByteBuffer.allocate(32 * 1024) : packet;
    try {
      packet.clear().put(data).flip();
      synchronized (this) {
        engine.send(Arrays.copyOf(packet.array(), packet.limit()));
      }
      pool.add(packet);
    } finally {
      pool.add(packet);
    }
  }
}

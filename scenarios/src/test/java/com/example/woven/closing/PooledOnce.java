package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The first close gives the session's buffer back. Others do nothing. */
public final class PooledOnce extends Session {
  private static final Queue<ByteBuffer> POOL = new ConcurrentLinkedQueue<>();

  private final ByteBuffer packet;
  private boolean closed;

  public PooledOnce(Opening with) {
    super(with);
    ByteBuffer pooled = POOL.poll();
    this.packet = pooled == null ? ByteBuffer.allocate(1024) : pooled;
  }

  @Override
  public synchronized void send(byte[] data) throws Exception {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    packet.clear().put(data).flip();
    engine.send(Arrays.copyOf(packet.array(), packet.limit()));
  }

  @Override
  public void receive() throws Exception {
    boolean more = engine.fill();
    List<byte[]> received;
    synchronized (this) {
      received = more && !closed ? engine.open() : List.of();
    }
    received.forEach(with::received);
  }

  @Override
  public synchronized void free() throws Exception {
    if (!closed) {
      closed = true;
      engine.close();
      POOL.add(packet);
    }
  }
}

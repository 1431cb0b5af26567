package dev.lockjaw.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.Lock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * A session that closes its engine beside a {@code wrap}, and then waits for the threads inside.
 */
final class ClosedBeside implements UserSession {
  private final Opening with;
  private final SSLEngine engine;
  private final Lock writing;
  private final boolean sealsBeside;
  private boolean closed;

  /**
   * @param sealsBeside whether it also seals the close_notify beside a {@code wrap}, as it never
   *     should
   */
  ClosedBeside(Opening with, boolean sealsBeside) {
    this.with = with;
    this.engine = with.engine();
    this.writing = with.lock("writing");
    this.sealsBeside = sealsBeside;
  }

  @Override
  public void send(byte[] data) throws IOException {
    writing.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      seal(data);
    } finally {
      writing.unlock();
    }
  }

  private void seal(byte[] data) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    Status status = engine.wrap(ByteBuffer.wrap(data), packet).getStatus();
    with.wire().write(packet.flip());
    if (status == Status.CLOSED) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public void receive() {
    throw new UnsupportedOperationException("receive");
  }

  @Override
  public void free() throws IOException {
    engine.closeOutbound();
    if (sealsBeside) {
      ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), packet);
    }
    writing.lock();
    closed = true;
    writing.unlock();
    with.wire().close();
  }
}

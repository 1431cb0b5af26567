package dev.lockjaw.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.Lock;
import javax.net.ssl.SSLEngine;

/**
 * A session that counts the threads inside. Its close shuts the wire, which wakes a blocked reader,
 * and leaves the engine to the last one out.
 */
final class LastOut implements UserSession {
  private final Opening with;
  private final SSLEngine engine;
  private final ByteBuffer packets;
  private final Lock state;
  private final Lock writing;
  private final boolean waitsForLast;
  private int inside;
  private boolean closing;

  /**
   * @param waitsForLast whether it leaves the engine to the last one out, as it should
   */
  LastOut(Opening with, boolean waitsForLast) {
    this.with = with;
    this.engine = with.engine();
    this.packets = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    this.state = with.lock("state");
    this.writing = with.lock("writing");
    this.waitsForLast = waitsForLast;
  }

  @Override
  public void send(byte[] data) throws IOException {
    enter();
    try {
      writing.lock();
      try {
        ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.wrap(data), packet);
        with.wire().write(packet.flip());
      } finally {
        writing.unlock();
      }
    } finally {
      leave();
    }
  }

  @Override
  public void receive() throws IOException {
    enter();
    try {
      if (with.wire().read(packets) < 0) {
        throw new ClosedChannelException();
      }
      packets.flip();
      ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
      while (engine.unwrap(packets, plain).bytesConsumed() > 0) {
        if (plain.flip().hasRemaining()) {
          with.received(plain);
        }
        plain.clear();
      }
      packets.compact();
    } finally {
      leave();
    }
  }

  @Override
  public void free() throws IOException {
    state.lock();
    boolean mine = !closing && (inside == 0 || !waitsForLast);
    closing = true;
    state.unlock();
    with.wire().close();
    if (mine) {
      engine.closeOutbound();
    }
  }

  private void enter() throws ClosedChannelException {
    state.lock();
    try {
      if (closing) {
        throw new ClosedChannelException();
      }
      inside++;
    } finally {
      state.unlock();
    }
  }

  private void leave() {
    state.lock();
    inside--;
    boolean last = inside == 0 && closing && waitsForLast;
    state.unlock();
    if (last) {
      engine.closeOutbound();
    }
  }
}

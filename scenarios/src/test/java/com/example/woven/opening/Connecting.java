package com.example.woven.opening;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * A session that an application connects at its first use. The application has a lock of its own,
 * which its trust manager takes: that is called by the engine's tasks.
 */
abstract class Connecting extends Session {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Object application = new Object();
  private final SSLEngine tls;
  private final ByteBuffer packets;
  private int trusted;

  Connecting(Opening with) {
    super(with);
    this.tls = with.engine();
    this.packets = ByteBuffer.allocate(2 * tls.getSession().getPacketBufferSize());
  }

  /** What any thread may do first: two of them come at the same time. */
  @Override
  public final void handshake() throws IOException {
    boolean needed;
    synchronized (application) {
      needed = !connected();
    }
    if (needed) {
      connect();
    }
  }

  abstract boolean connected();

  abstract void connect() throws IOException;

  @Override
  public void send(byte[] data) throws IOException {
    engine.send(data);
  }

  /** Shakes hands. One thread at a time. */
  final void shakeHands() throws IOException {
    tls.beginHandshake();
    HandshakeStatus now = tls.getHandshakeStatus();
    while (now != HandshakeStatus.FINISHED && now != HandshakeStatus.NOT_HANDSHAKING) {
      now =
          switch (now) {
            case NEED_TASK -> perform(tls.getDelegatedTask());
            case NEED_WRAP -> wrap();
            default -> unwrap();
          };
    }
  }

  private HandshakeStatus perform(Runnable task) {
    task.run();
    trust();
    return tls.getHandshakeStatus();
  }

  /** The application's trust manager. */
  private void trust() {
    synchronized (application) {
      trusted++;
    }
  }

  private HandshakeStatus wrap() throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(tls.getSession().getPacketBufferSize());
    HandshakeStatus status = tls.wrap(NOTHING, packet).getHandshakeStatus();
    engine.write(packet.flip());
    return status;
  }

  private HandshakeStatus unwrap() throws IOException {
    packets.flip();
    ByteBuffer plain = ByteBuffer.allocate(tls.getSession().getApplicationBufferSize());
    int before = packets.remaining();
    HandshakeStatus status = tls.unwrap(packets, plain).getHandshakeStatus();
    boolean used = packets.remaining() < before;
    packets.compact();
    if (!used && status == HandshakeStatus.NEED_UNWRAP && with.wire().read(packets) < 0) {
      throw new SSLException("the peer has hung up");
    }
    return status;
  }
}

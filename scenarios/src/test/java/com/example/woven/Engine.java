package com.example.woven;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** A TLS connection with no lock whatever: what the sessions beside it guard, rightly or not. */
public final class Engine {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final ByteChannel socket;
  private final ByteBuffer packets;

  public Engine(Opening with) {
    this.engine = with.engine();
    this.socket = with.wire();
    this.packets = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
  }

  /** Encrypts, and sends. */
  public void send(byte[] data) throws IOException {
    write(seal(data));
  }

  public ByteBuffer seal(byte[] data) throws SSLException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.wrap(data), packet);
    return packet.flip();
  }

  public void write(ByteBuffer packet) throws IOException {
    socket.write(packet);
  }

  /** Waits for input; false at the end of it. */
  public boolean fill() throws IOException {
    return socket.read(packets) >= 0;
  }

  /** Decrypts what has come. */
  public List<byte[]> open() throws SSLException {
    List<byte[]> received = new ArrayList<>();
    packets.flip();
    ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    while (engine.unwrap(packets, plain).bytesConsumed() > 0) {
      byte[] data = new byte[plain.flip().remaining()];
      plain.get(data).clear();
      if (data.length > 0) {
        received.add(data);
      }
    }
    packets.compact();
    return received;
  }

  public boolean closedByPeer() {
    return engine.isInboundDone();
  }

  public String status() {
    return engine.getHandshakeStatus() + " " + engine.getSession().getCipherSuite();
  }

  public void close() throws IOException {
    engine.closeOutbound();
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(NOTHING, packet);
    write(packet.flip());
    hangUp();
  }

  /** Closes, and says nothing to the peer. */
  public void end() throws IOException {
    engine.closeOutbound();
    hangUp();
  }

  public void hangUp() throws IOException {
    socket.close();
  }
}

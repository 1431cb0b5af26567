package com.example.socket;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * A session that drives an engine over a plain socket. Its reader looks now and then whether the
 * session is closed, so that a close need not wake it.
 */
final class EngineSocketLink implements UserSession {
  private final Opening with;
  private final SSLEngine engine;
  private final Socket socket;
  private final boolean checksInside;
  private final ByteBuffer packets;
  private boolean closed;
  private boolean reading;

  /**
   * @param millis how long the reader waits before it looks again; 0 for ever
   * @param checksInside whether a send looks under the lock whether the session is closed
   */
  EngineSocketLink(Opening with, int millis, boolean checksInside) throws IOException {
    this.with = with;
    this.engine = with.engine();
    this.socket = with.socket();
    this.checksInside = checksInside;
    this.packets = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
    socket.setSoTimeout(millis);
    socket.setTcpNoDelay(true);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (!checksInside && isClosed()) {
      throw new ClosedChannelException();
    }
    synchronized (this) {
      if (checksInside && closed) {
        throw new ClosedChannelException();
      }
      wrap(ByteBuffer.wrap(data));
    }
  }

  private void wrap(ByteBuffer data) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(data, packet);
    socket.getOutputStream().write(packet.array(), 0, packet.position());
  }

  @Override
  public void receive() throws IOException {
    synchronized (this) {
      if (closed) {
        throw new ClosedChannelException();
      }
      reading = true;
    }
    try {
      read();
    } finally {
      synchronized (this) {
        reading = false;
        notifyAll();
      }
    }
  }

  private void read() throws IOException {
    ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    while (true) {
      packets.flip();
      Status status = engine.unwrap(packets, plain).getStatus();
      packets.compact();
      if (plain.position() > 0) {
        with.received(plain.flip());
        return;
      }
      if (status == Status.CLOSED || isClosed()) {
        throw new ClosedChannelException();
      }
      fill();
    }
  }

  private void fill() throws IOException {
    try {
      int offset = packets.position();
      int count = socket.getInputStream().read(packets.array(), offset, packets.remaining());
      if (count < 0) {
        throw new ClosedChannelException();
      }
      packets.position(offset + count);
    } catch (SocketTimeoutException late) {
      // looks again whether the session is closed
    }
  }

  @Override
  public synchronized void free() throws IOException, InterruptedException {
    if (closed) {
      return;
    }
    closed = true;
    while (reading) {
      wait();
    }
    engine.closeOutbound();
    wrap(ByteBuffer.allocate(0));
    socket.close();
  }
}

package library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** A small TLS link over a TCP socket, as many programs have. It has no lock. */
final class Link implements AutoCloseable {
  private final SSLEngine engine;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final ByteBuffer input;
  private final ByteBuffer plain;

  Link(SSLEngine engine, Socket socket) throws IOException {
    this.engine = engine;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.input = ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).limit(0);
    this.plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }

  /** Begins a handshake, and does nothing for it. */
  void begin() throws IOException {
    engine.beginHandshake();
    engine.getHandshakeStatus();
  }

  /** Goes on with the handshake until it needs a delegated task, and returns the engine. */
  SSLEngine untilTask() throws IOException {
    engine.beginHandshake();
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
      open();
    }
    return engine;
  }

  void handshake() throws IOException {
    engine.beginHandshake();
    for (boolean done = false; !done; ) {
      switch (engine.getHandshakeStatus()) {
        case NEED_WRAP -> send(seal(new byte[0]));
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> open();
        case NEED_TASK -> runTasks();
        default -> done = true;
      }
    }
  }

  void runTasks() {
    for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
      task.run();
    }
  }

  /** Seals a record. */
  byte[] seal(byte[] data) throws SSLException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.wrap(data), packet);
    return Arrays.copyOf(packet.array(), packet.position());
  }

  void send(byte[] record) throws IOException {
    out.write(record);
  }

  /** Opens a record; returns its length in bytes, or -1 at the end. */
  int open() throws IOException {
    while (true) {
      SSLEngineResult result = engine.unwrap(input, plain.clear());
      if (result.getStatus() != Status.BUFFER_UNDERFLOW) {
        return result.getStatus() == Status.CLOSED ? -1 : plain.position();
      }
      input.compact();
      int count = in.read(input.array(), input.position(), input.remaining());
      input.position(input.position() + Math.max(0, count)).flip();
      if (count < 0) {
        return -1;
      }
    }
  }

  /** Sends a close_notify, and closes. */
  @Override
  public void close() throws IOException {
    engine.closeOutbound();
    try {
      send(seal(new byte[0]));
    } finally {
      socket.close();
    }
  }
}

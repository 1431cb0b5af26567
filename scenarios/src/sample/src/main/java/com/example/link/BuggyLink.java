package com.example.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** A TLS connection for many threads, with one lock. Where is the bug? */
public final class BuggyLink {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final ByteChannel socket;
  private final Consumer<byte[]> receiver;
  private final Semaphore lock = new Semaphore(1);
  private final ByteBuffer packets;
  private boolean closed;

  public BuggyLink(SSLEngine engine, ByteChannel socket, Consumer<byte[]> receiver) {
    this.engine = engine;
    this.socket = socket;
    this.receiver = receiver;
    this.packets = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
  }

  public void send(byte[] data) throws IOException, InterruptedException {
    lock.acquire();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      seal(ByteBuffer.wrap(data));
    } finally {
      lock.release();
    }
  }

  /** Waits for input and hands it to the receiver. Called by one thread. */
  public void receive() throws IOException, InterruptedException {
    if (socket.read(packets) < 0) {
      return;
    }
    lock.acquire();
    try {
      if (closed) {
        return;
      }
      packets.flip();
      ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
      while (engine.unwrap(packets, plain).bytesConsumed() > 0) {
        runTasks();
        if (plain.flip().hasRemaining()) {
          byte[] data = new byte[plain.remaining()];
          plain.get(data);
          receiver.accept(data);
        }
        plain.clear();
      }
      packets.compact();
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        seal(NOTHING);
      }
    } finally {
      lock.release();
    }
  }

  public void close() throws IOException, InterruptedException {
    lock.acquire();
    try {
      if (!closed) {
        closed = true;
        engine.closeOutbound();
        seal(NOTHING);
        socket.close();
      }
    } finally {
      lock.release();
    }
  }

  private void seal(ByteBuffer data) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(data, packet);
    socket.write(packet.flip());
  }

  private void runTasks() {
    for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
      task.run();
    }
  }
}

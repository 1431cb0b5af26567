package com.example.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * A TLS connection for many threads: {@link BuggyLink} repaired. One lock guards the engine. No
 * lock is held while the receiver runs or a thread waits for the socket: packets are queued in an
 * outbox under the lock, and one thread at a time sends them.
 */
public final class Link {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final ByteChannel socket;
  private final Consumer<byte[]> receiver;
  private final Lock lock = new ReentrantLock();
  private final Queue<ByteBuffer> outbox = new ArrayDeque<>();
  private final ByteBuffer packets;
  private boolean emptying;
  private boolean closed;

  public Link(SSLEngine engine, ByteChannel socket, Consumer<byte[]> receiver) {
    this.engine = engine;
    this.socket = socket;
    this.receiver = receiver;
    this.packets = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
  }

  public void send(byte[] data) throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      seal(ByteBuffer.wrap(data));
    } finally {
      lock.unlock();
    }
    emptyOutbox();
  }

  /** Waits for input and hands it to the receiver. Called by one thread. */
  public void receive() throws IOException {
    if (socket.read(packets) < 0) {
      return;
    }
    List<byte[]> received = new ArrayList<>();
    boolean answers = false;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      packets.flip();
      ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
      while (engine.unwrap(packets, plain).bytesConsumed() > 0) {
        runTasks();
        byte[] data = new byte[plain.flip().remaining()];
        plain.get(data).clear();
        if (data.length > 0) {
          received.add(data);
        }
      }
      packets.compact();
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        seal(NOTHING);
        answers = true;
      }
    } finally {
      lock.unlock();
    }
    if (answers) {
      emptyOutbox();
    }
    received.forEach(receiver);
  }

  public void close() throws IOException {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      engine.closeOutbound();
      seal(NOTHING);
    } finally {
      lock.unlock();
    }
    emptyOutbox();
    socket.close();
  }

  /** Call under the lock. */
  private void seal(ByteBuffer data) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(data, packet);
    outbox.add(packet.flip());
  }

  private void emptyOutbox() throws IOException {
    for (ByteBuffer packet = next(false); packet != null; packet = next(true)) {
      socket.write(packet);
    }
  }

  /** The next packet for the caller to send; null if there is none or another thread sends. */
  private ByteBuffer next(boolean mine) {
    lock.lock();
    try {
      if (emptying && !mine) {
        return null;
      }
      ByteBuffer packet = outbox.poll();
      emptying = packet != null;
      return packet;
    } finally {
      lock.unlock();
    }
  }

  private void runTasks() {
    for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
      task.run();
    }
  }
}

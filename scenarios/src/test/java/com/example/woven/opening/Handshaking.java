package com.example.woven.opening;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Shakes hands, and leaves the engine's tasks to a thread of its own. One monitor for all. */
final class Handshaking implements UserSession {
  /** How it learns that a task is done. */
  enum Waits {
    FUTURE,
    MONITOR,
    POLLING
  }

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ExecutorService tasks = Executors.newSingleThreadExecutor();
  private final Opening with;
  private final SSLEngine engine;
  private final Waits waits;
  private final boolean guarded;
  private final ByteBuffer packets;
  private int done;
  private volatile int polled;
  private boolean closed;

  /**
   * @param guarded whether a send looks under the monitor whether the session is closed
   */
  Handshaking(Opening with, Waits waits, boolean guarded) {
    this.with = with;
    this.engine = with.engine();
    this.waits = waits;
    this.guarded = guarded;
    this.packets = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
  }

  @Override
  public void handshake() throws Exception {
    engine.beginHandshake();
    HandshakeStatus now = engine.getHandshakeStatus();
    while (now != HandshakeStatus.FINISHED && now != HandshakeStatus.NOT_HANDSHAKING) {
      switch (now) {
        case NEED_TASK -> {
          perform(engine.getDelegatedTask());
          now = engine.getHandshakeStatus();
        }
        case NEED_WRAP -> now = wrap(NOTHING);
        default -> now = unwrap();
      }
    }
  }

  private void perform(Runnable task) throws InterruptedException, ExecutionException {
    Future<?> performed =
        tasks.submit(
            () -> {
              task.run();
              synchronized (this) {
                done++;
                notifyAll();
              }
              polled++;
            });
    switch (waits) {
      case FUTURE -> performed.get();
      case MONITOR -> awaitDone();
      default -> {
        while (polled == 0) {
          Thread.onSpinWait();
        }
        polled--;
      }
    }
  }

  private synchronized void awaitDone() throws InterruptedException {
    while (done == 0) {
      wait();
    }
    done--;
  }

  private HandshakeStatus wrap(ByteBuffer data) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    HandshakeStatus status = engine.wrap(data, packet).getHandshakeStatus();
    with.wire().write(packet.flip());
    return status;
  }

  private HandshakeStatus unwrap() throws IOException {
    packets.flip();
    ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    int before = packets.remaining();
    HandshakeStatus status = engine.unwrap(packets, plain).getHandshakeStatus();
    boolean used = packets.remaining() < before;
    packets.compact();
    if (!used && status == HandshakeStatus.NEED_UNWRAP && with.wire().read(packets) < 0) {
      throw new SSLException("the peer has hung up");
    }
    return status;
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (!guarded && closed) {
      throw new ClosedChannelException();
    }
    synchronized (this) {
      if (guarded && closed) {
        throw new ClosedChannelException();
      }
      wrap(ByteBuffer.wrap(data));
    }
  }

  @Override
  public void receive() {
    throw new UnsupportedOperationException("receive");
  }

  @Override
  public synchronized void free() throws IOException {
    if (!closed) {
      closed = true;
      engine.closeOutbound();
      wrap(NOTHING);
      with.wire().close();
      tasks.shutdown();
    }
  }
}

package dev.lockjaw.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A user's session over a TLS socket that doesn't block, with one lock. */
public final class Wrapper implements UserSession {
  private final Opening with;
  private final ByteChannel tls;
  private final Guard guard;
  private final boolean deliversInside;
  private boolean closed;

  /**
   * @param deliversInside whether the callback runs under the lock, as it never should
   */
  public Wrapper(Opening with, Guard guard, boolean deliversInside) {
    this.with = with;
    this.tls = with.tls();
    this.guard = guard;
    this.deliversInside = deliversInside;
  }

  @Override
  public void send(byte[] data) throws IOException, InterruptedException {
    guard.lock();
    try {
      requireOpen();
      tls.write(ByteBuffer.wrap(data));
    } finally {
      guard.unlock();
    }
  }

  @Override
  public void receive() throws IOException, InterruptedException {
    receive(with::received);
  }

  /** Receives, and passes what has arrived to a consumer in place of the scenario. */
  void receive(Consumer<byte[]> consumer) throws IOException, InterruptedException {
    List<byte[]> received = new ArrayList<>();
    guard.lock();
    try {
      requireOpen();
      ByteBuffer plain = ByteBuffer.allocate(17 * 1024);
      while (tls.read(plain.clear()) > 0) {
        received.add(Arrays.copyOf(plain.array(), plain.position()));
      }
      if (deliversInside) {
        received.forEach(consumer);
      }
    } finally {
      guard.unlock();
    }
    if (!deliversInside) {
      received.forEach(consumer);
    }
  }

  @Override
  public void idle() throws InterruptedException {
    if (deliversInside) {
      guard.lock();
      try {
        with.idle();
      } finally {
        guard.unlock();
      }
    } else {
      with.idle();
    }
  }

  @Override
  public void free() throws IOException, InterruptedException {
    guard.lock();
    try {
      closed = true;
      tls.close();
    } finally {
      guard.unlock();
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }
}

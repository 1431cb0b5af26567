package com.example.socket;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;

/** A session whose engine and channel belong to one thread, which selects. */
class LoopLink implements UserSession {
  final SSLEngine engine;
  final Queue<byte[]> outbox = new ConcurrentLinkedQueue<>();
  final Selector selector;
  private final Opening with;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer packets;

  /** Sealed, and not sent yet. Only the loop uses it. */
  private final Queue<ByteBuffer> unsent = new ArrayDeque<>();

  private final Object gate = new Object();
  private boolean closing;

  LoopLink(Opening with, Selector selector) throws IOException {
    this.with = with;
    this.selector = selector;
    this.engine = with.engine();
    this.packets = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
    this.channel = with.channel();
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ);
  }

  @Override
  public void send(byte[] data) throws IOException {
    synchronized (gate) {
      if (closing) {
        throw new ClosedChannelException();
      }
      outbox.add(data);
    }
    selector.wakeup();
  }

  /** What arrives, the loop delivers. */
  @Override
  public void receive() {}

  @Override
  public void free() {
    synchronized (gate) {
      closing = true;
    }
    selector.wakeup();
  }

  private boolean isClosing() {
    synchronized (gate) {
      return closing;
    }
  }

  /** Drives the connection to its end. */
  final void loop() {
    try (selector;
        channel) {
      boolean last = false;
      while (!last || !unsent.isEmpty()) {
        selector.select();
        selector.selectedKeys().clear();
        if (!last) {
          last = isClosing();
          seal();
          if (last) {
            engine.closeOutbound();
            wrap(ByteBuffer.allocate(0));
          }
        }
        flush();
        if (!last && !read()) {
          return;
        }
      }
    } catch (IOException broken) {
      free(); // nothing can be sent any more
    }
  }

  private void seal() throws IOException {
    for (byte[] data = outbox.poll(); data != null; data = outbox.poll()) {
      wrap(ByteBuffer.wrap(data));
    }
  }

  /** Seals a message for the loop to send. */
  final void wrap(ByteBuffer data) throws IOException {
    do {
      ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(data, packet);
      unsent.add(packet.flip());
    } while (data.hasRemaining());
  }

  private void flush() throws IOException {
    while (!unsent.isEmpty()) {
      channel.write(unsent.peek());
      if (unsent.peek().hasRemaining()) {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return;
      }
      unsent.remove();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  /** Reads what there is; false at the end. */
  private boolean read() throws IOException {
    ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    while (true) {
      packets.flip();
      Status status = engine.unwrap(packets, plain).getStatus();
      packets.compact();
      if (plain.position() > 0) {
        with.received(plain.flip());
        plain.clear();
      } else if (status == Status.CLOSED) {
        return false;
      } else if (status == Status.BUFFER_UNDERFLOW) {
        int count = channel.read(packets);
        if (count <= 0) {
          return count == 0;
        }
      }
    }
  }
}

package dev.lockjaw.wire;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A wire over a TCP connection on the loopback interface. Both ends are in this process, so a
 * writer can wake the waiters at the other end.
 */
public final class TcpWire {
  private TcpWire() {}

  /**
   * Connects.
   *
   * @param sync the {@code Sync} of the run that uses the wire
   * @param name prefix of the names of its two directions
   * @param buffer socket buffer to request at either end, in bytes; the kernel rounds it up
   * @throws IOException if the loopback interface refuses the connection
   */
  public static Wire connect(Sync sync, String name, int buffer) throws IOException {
    Shared toServer = new Shared(name + " to server");
    Shared toClient = new Shared(name + " to client");
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      SocketChannel client = SocketChannel.open();
      try {
        client.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
        client.connect(listener.getLocalAddress());
        SocketChannel server = listener.accept();
        return new Wire(
            end(sync, client, buffer, toClient, toServer),
            end(sync, server, buffer, toServer, toClient));
      } catch (IOException failed) {
        client.close();
        throw failed;
      }
    }
  }

  private static WireEnd end(Sync sync, SocketChannel channel, int buffer, Shared in, Shared out)
      throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, buffer);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new End(sync, channel, in, out);
  }

  /** Reads and writes through a buffer each, so that readiness can be seen without a selector. */
  private static final class End implements WireEnd {
    private final Sync sync;
    private final SocketChannel channel;
    private final Shared in;
    private final Shared out;
    private final ByteBuffer ahead = ByteBuffer.allocateDirect(16 * 1024).limit(0);
    private final ByteBuffer behind = ByteBuffer.allocateDirect(16 * 1024).limit(0);
    private boolean ended;

    End(Sync sync, SocketChannel channel, Shared in, Shared out) {
      this.sync = sync;
      this.channel = channel;
      this.in = in;
      this.out = out;
    }

    @Override
    public int read(ByteBuffer into) {
      synchronized (ahead) {
        fill();
        if (!ahead.hasRemaining()) {
          return ended ? -1 : 0;
        }
        int count = Math.min(ahead.remaining(), into.remaining());
        into.put(into.position(), ahead, ahead.position(), count);
        into.position(into.position() + count);
        ahead.position(ahead.position() + count);
        sync.changed(in);
        return count;
      }
    }

    private void fill() {
      if (ahead.hasRemaining() || ended) {
        return;
      }
      ahead.clear();
      try {
        ended = channel.read(ahead) < 0;
      } catch (IOException closed) {
        ended = true;
      }
      ahead.flip();
    }

    @Override
    public boolean readable() {
      synchronized (ahead) {
        fill();
        return ended || ahead.hasRemaining();
      }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      synchronized (behind) {
        int count = 0;
        while (drain() && from.hasRemaining()) {
          behind.clear();
          int chunk = Math.min(behind.remaining(), from.remaining());
          behind.put(0, from, from.position(), chunk).position(chunk).flip();
          from.position(from.position() + chunk);
          count += chunk;
        }
        sync.changed(out);
        return count;
      }
    }

    /** Writes what was accepted; returns whether the kernel has taken all of it. */
    private boolean drain() throws IOException {
      if (!channel.isOpen()) {
        throw new ClosedChannelException();
      }
      while (behind.hasRemaining()) {
        if (channel.write(behind) == 0) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean writable() {
      synchronized (behind) {
        try {
          return drain();
        } catch (IOException closed) {
          return true;
        }
      }
    }

    @Override
    public int available() {
      synchronized (ahead) {
        fill();
        return ahead.remaining();
      }
    }

    /** {@inheritDoc} Bytes that the kernel has not taken yet are lost. */
    @Override
    public void endOutput() throws IOException {
      writable();
      channel.shutdownOutput();
      sync.changed(out);
    }

    @Override
    public Shared input() {
      return in;
    }

    @Override
    public Shared output() {
      return out;
    }

    @Override
    public void close() {
      try {
        writable();
        channel.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } finally {
        sync.changed(in);
        sync.changed(out);
      }
    }
  }
}

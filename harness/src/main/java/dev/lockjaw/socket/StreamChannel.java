package dev.lockjaw.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Objects;
import java.util.Set;

/**
 * A channel of a run that carries a stream of bytes, with the socket above it. Its waits are those
 * of the run.
 */
public abstract class StreamChannel extends SocketChannel implements Selectable {
  private final Options options = new Options(true);
  private Socket socket;

  protected StreamChannel(SelectorProvider provider) {
    super(provider);
  }

  /**
   * Reads as the input of its socket does.
   *
   * @param nanos the longest wait; negative for no limit
   * @throws java.net.SocketTimeoutException if the time is up
   */
  protected abstract int read(ByteBuffer into, long nanos) throws IOException;

  /** Writes as the output of its socket does. */
  protected void send(ByteBuffer from) throws IOException {
    write(from);
  }

  /** How many bytes a read returns at least, without waiting. */
  protected abstract int available();

  /** Null while it is not bound. */
  protected abstract InetSocketAddress local();

  /** Null while it is not connected. */
  protected abstract InetSocketAddress remote();

  protected abstract boolean inputShut();

  protected abstract boolean outputShut();

  /** What comes before a close by way of its socket: a scheduling point, with no monitor held. */
  protected void closes() {}

  /** Closes it as its socket does. */
  final void closeSocket() throws IOException {
    if (isOpen()) {
      closes();
    }
    close();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return read(into, -1);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    long count = 0;
    for (int i = offset; i < offset + length; i++) {
      if (into[i].hasRemaining() && (count == 0 || available() > 0)) {
        int more = read(into[i]);
        if (more < 0) {
          return count == 0 ? -1 : count;
        }
        count += more;
      }
    }
    return count;
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, from.length);
    long count = 0;
    for (int i = offset; i < offset + length; i++) {
      if (from[i].hasRemaining()) {
        count += write(from[i]);
        if (from[i].hasRemaining()) {
          return count;
        }
      }
    }
    return count;
  }

  @Override
  protected void implConfigureBlocking(boolean block) {}

  /**
   * Says that the channel can still be used.
   *
   * @throws ClosedChannelException if it is closed
   */
  protected final void requireOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  /** As a blocking stream of a socket demands. */
  final void requireBlocking() {
    if (!isBlocking()) {
      throw new IllegalBlockingModeException();
    }
  }

  // ---- what it is asked ----

  protected final Options options() {
    return options;
  }

  @Override
  public final <T> SocketChannel setOption(SocketOption<T> name, T value) throws IOException {
    requireOpen();
    options.set(name, value);
    return this;
  }

  @Override
  public final <T> T getOption(SocketOption<T> name) throws IOException {
    requireOpen();
    return options.get(name);
  }

  @Override
  public final Set<SocketOption<?>> supportedOptions() {
    return options.supported();
  }

  @Override
  public final Socket socket() {
    synchronized (options) {
      try {
        socket = socket == null ? new ChannelSocket(this) : socket;
      } catch (SocketException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return socket;
    }
  }

  @Override
  public final InetSocketAddress getRemoteAddress() throws ClosedChannelException {
    requireOpen();
    return remote();
  }

  @Override
  public final InetSocketAddress getLocalAddress() throws ClosedChannelException {
    requireOpen();
    return local();
  }
}

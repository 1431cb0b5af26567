package dev.lockjaw.woven.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A port of a run as a server socket. */
final class ChannelServerSocket extends ServerSocket {
  private final MemoryServerChannel channel;
  private int timeout;

  ChannelServerSocket(MemoryServerChannel channel) {
    super(new NoSocketImpl());
    this.channel = channel;
  }

  @Override
  public void bind(SocketAddress local) throws IOException {
    bind(local, 0);
  }

  @Override
  public void bind(SocketAddress local, int most) throws IOException {
    requireOpen();
    if (isBound()) {
      throw new SocketException("Already bound");
    }
    channel.bind(local, most);
  }

  private void requireOpen() throws SocketException {
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
  }

  @Override
  public Socket accept() throws IOException {
    requireOpen();
    if (!isBound()) {
      throw new SocketException("Socket is not bound yet");
    }
    if (!channel.isBlocking()) {
      throw new IllegalBlockingModeException();
    }
    try {
      long nanos = timeout == 0 ? -1 : TimeUnit.MILLISECONDS.toNanos(timeout);
      return channel.accept(nanos).socket();
    } catch (ClosedChannelException closed) {
      throw new SocketException("Socket closed");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  // ---- what it is asked ----

  @Override
  public ServerSocketChannel getChannel() {
    return channel;
  }

  @Override
  public boolean isBound() {
    return channel.local() != null;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public InetAddress getInetAddress() {
    return isBound() ? channel.local().getAddress() : null;
  }

  @Override
  public int getLocalPort() {
    return isBound() ? channel.local().getPort() : -1;
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return channel.local();
  }

  // ---- options ----

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    requireOpen();
    timeout = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public void setReuseAddress(boolean on) throws SocketException {
    requireOpen();
    channel.options().set(StandardSocketOptions.SO_REUSEADDR, on);
  }

  @Override
  public boolean getReuseAddress() throws SocketException {
    requireOpen();
    return channel.options().get(StandardSocketOptions.SO_REUSEADDR);
  }

  @Override
  public void setReceiveBufferSize(int bytes) throws SocketException {
    requireOpen();
    channel.options().set(StandardSocketOptions.SO_RCVBUF, bytes);
  }

  @Override
  public int getReceiveBufferSize() throws SocketException {
    requireOpen();
    return channel.options().get(StandardSocketOptions.SO_RCVBUF);
  }

  @Override
  public <T> ServerSocket setOption(SocketOption<T> name, T value) throws IOException {
    channel.setOption(name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    return channel.getOption(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return channel.supportedOptions();
  }

  @Override
  public String toString() {
    return "ServerSocket[" + channel.local() + "]";
  }
}

package dev.lockjaw.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** A connection of a run as a socket. */
final class ChannelSocket extends Socket {
  private final StreamChannel channel;
  private volatile int timeout;

  ChannelSocket(StreamChannel channel) throws SocketException {
    super(none());
    this.channel = channel;
  }

  /** No implementation: all that would use it is here. */
  private static SocketImpl none() {
    return null;
  }

  /** The longest wait for bytes or a connection in milliseconds; 0 for none. */
  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    requireOpen();
    if (millis < 0) {
      throw new IllegalArgumentException("a negative time-out: " + millis);
    }
    timeout = millis;
  }

  private void requireOpen() throws SocketException {
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
  }

  @Override
  public void connect(SocketAddress to) throws IOException {
    requireOpen();
    if (channel.isConnected()) {
      throw new SocketException("already connected");
    }
    channel.connect(to);
  }

  @Override
  public void connect(SocketAddress to, int millis) throws IOException {
    connect(to);
  }

  @Override
  public void bind(SocketAddress local) throws IOException {
    requireOpen();
    channel.bind(local);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    requireConnected();
    return new ChannelInput(channel, this::getSoTimeout);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    requireConnected();
    return new ChannelOutput(channel);
  }

  private void requireConnected() throws SocketException {
    requireOpen();
    if (!channel.isConnected()) {
      throw new SocketException("Socket is not connected");
    }
  }

  @Override
  public void close() throws IOException {
    channel.closeSocket();
  }

  @Override
  public void shutdownInput() throws IOException {
    requireConnected();
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    requireConnected();
    channel.shutdownOutput();
  }

  // ---- what it is asked ----

  @Override
  public SocketChannel getChannel() {
    return channel;
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
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
  public boolean isInputShutdown() {
    return channel.inputShut();
  }

  @Override
  public boolean isOutputShutdown() {
    return channel.outputShut();
  }

  @Override
  public InetAddress getInetAddress() {
    return channel.remote() == null ? null : channel.remote().getAddress();
  }

  @Override
  public int getPort() {
    return channel.remote() == null ? 0 : channel.remote().getPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return channel.remote();
  }

  @Override
  public InetAddress getLocalAddress() {
    return local().getAddress();
  }

  private InetSocketAddress local() {
    return channel.local() == null ? new InetSocketAddress(0) : channel.local();
  }

  @Override
  public int getLocalPort() {
    return channel.local() == null ? -1 : channel.local().getPort();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return channel.local();
  }

  // ---- options ----

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
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

  private <T> void set(SocketOption<T> name, T value) throws SocketException {
    requireOpen();
    channel.options().set(name, value);
  }

  private <T> T get(SocketOption<T> name) throws SocketException {
    requireOpen();
    return channel.options().get(name);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    set(StandardSocketOptions.TCP_NODELAY, on);
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return get(StandardSocketOptions.TCP_NODELAY);
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    set(StandardSocketOptions.SO_LINGER, on ? seconds : -1);
  }

  @Override
  public int getSoLinger() throws SocketException {
    return get(StandardSocketOptions.SO_LINGER);
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    set(StandardSocketOptions.SO_KEEPALIVE, on);
  }

  @Override
  public boolean getKeepAlive() throws SocketException {
    return get(StandardSocketOptions.SO_KEEPALIVE);
  }

  @Override
  public void setReuseAddress(boolean on) throws SocketException {
    set(StandardSocketOptions.SO_REUSEADDR, on);
  }

  @Override
  public boolean getReuseAddress() throws SocketException {
    return get(StandardSocketOptions.SO_REUSEADDR);
  }

  @Override
  public void setSendBufferSize(int bytes) throws SocketException {
    set(StandardSocketOptions.SO_SNDBUF, bytes);
  }

  @Override
  public int getSendBufferSize() throws SocketException {
    return get(StandardSocketOptions.SO_SNDBUF);
  }

  @Override
  public void setReceiveBufferSize(int bytes) throws SocketException {
    set(StandardSocketOptions.SO_RCVBUF, bytes);
  }

  @Override
  public int getReceiveBufferSize() throws SocketException {
    return get(StandardSocketOptions.SO_RCVBUF);
  }

  @Override
  public void setTrafficClass(int value) throws SocketException {
    set(StandardSocketOptions.IP_TOS, value);
  }

  @Override
  public int getTrafficClass() throws SocketException {
    return get(StandardSocketOptions.IP_TOS);
  }

  @Override
  public void setOOBInline(boolean on) {}

  @Override
  public boolean getOOBInline() {
    return false;
  }

  @Override
  public String toString() {
    return "Socket[" + local() + " to " + channel.remote() + "]";
  }
}

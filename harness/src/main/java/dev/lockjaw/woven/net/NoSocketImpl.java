package dev.lockjaw.woven.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketImpl;

/** What a server socket demands that has a channel and does without. */
final class NoSocketImpl extends SocketImpl {
  private static IOException none() {
    return new IOException("this server socket has a channel");
  }

  @Override
  protected void create(boolean stream) {}

  @Override
  protected void connect(String host, int port) throws IOException {
    throw none();
  }

  @Override
  protected void connect(InetAddress address, int port) throws IOException {
    throw none();
  }

  @Override
  protected void connect(SocketAddress address, int timeout) throws IOException {
    throw none();
  }

  @Override
  protected void bind(InetAddress host, int port) throws IOException {
    throw none();
  }

  @Override
  protected void listen(int backlog) throws IOException {
    throw none();
  }

  @Override
  protected void accept(SocketImpl to) throws IOException {
    throw none();
  }

  @Override
  protected InputStream getInputStream() throws IOException {
    throw none();
  }

  @Override
  protected OutputStream getOutputStream() throws IOException {
    throw none();
  }

  @Override
  protected int available() {
    return 0;
  }

  @Override
  protected void close() {}

  @Override
  protected void sendUrgentData(int data) throws IOException {
    throw none();
  }

  @Override
  public void setOption(int option, Object value) {}

  @Override
  public Object getOption(int option) {
    return null;
  }
}

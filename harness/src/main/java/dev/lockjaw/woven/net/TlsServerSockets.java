package dev.lockjaw.woven.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Makes TLS server sockets of a run's network. */
final class TlsServerSockets extends SSLServerSocketFactory {
  private final SSLServerSocketFactory own;
  private final SSLSocketFactory sockets;

  /**
   * @param own the stack's factory, which knows the cipher suites
   * @param sockets makes the ends of connections
   */
  TlsServerSockets(SSLServerSocketFactory own, SSLSocketFactory sockets) {
    this.own = own;
    this.sockets = sockets;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return own.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return own.getSupportedCipherSuites();
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new TlsServerSocket(SocketCalls.serverInMemory(), sockets);
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return createServerSocket(port, 0);
  }

  @Override
  public ServerSocket createServerSocket(int port, int most) throws IOException {
    return createServerSocket(port, most, null);
  }

  @Override
  public ServerSocket createServerSocket(int port, int most, InetAddress at) throws IOException {
    ServerSocket socket = createServerSocket();
    socket.bind(new InetSocketAddress(at, port), most);
    return socket;
  }
}

package dev.lockjaw.woven.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Factories of sockets. TLS is that of the factory's own stack, on a connection of the run's
 * network.
 */
public final class FactoryCalls {
  private FactoryCalls() {}

  public static Socket createSocket(SocketFactory self, int site) throws IOException {
    if (!NetworkCalls.inMemory()) {
      return self.createSocket();
    }
    return self instanceof SSLSocketFactory tls ? new TlsLaterSocket(tls) : SocketCalls.inMemory();
  }

  public static Socket createSocket(SocketFactory self, String host, int port, int site)
      throws IOException {
    return NetworkCalls.inMemory()
        ? over(self, SocketCalls.connected(new InetSocketAddress(host, port), null), host, port)
        : self.createSocket(host, port);
  }

  public static Socket createSocket(SocketFactory self, InetAddress host, int port, int site)
      throws IOException {
    return NetworkCalls.inMemory()
        ? over(
            self,
            SocketCalls.connected(new InetSocketAddress(host, port), null),
            host.getHostName(),
            port)
        : self.createSocket(host, port);
  }

  private static Socket over(SocketFactory factory, Socket plain, String host, int port)
      throws IOException {
    return factory instanceof SSLSocketFactory tls
        ? tls.createSocket(plain, host, port, true)
        : plain;
  }

  public static SSLServerSocketFactory getServerSocketFactory(SSLContext self, int site) {
    SSLServerSocketFactory own = self.getServerSocketFactory();
    return NetworkCalls.inMemory() ? new TlsServerSockets(own, self.getSocketFactory()) : own;
  }

  public static ServerSocket createServerSocket(ServerSocketFactory self, int site)
      throws IOException {
    return inMemory(self) ? SocketCalls.serverInMemory() : self.createServerSocket();
  }

  public static ServerSocket createServerSocket(ServerSocketFactory self, int port, int site)
      throws IOException {
    return inMemory(self)
        ? SocketCalls.listening(new InetSocketAddress(port), 0)
        : self.createServerSocket(port);
  }

  public static ServerSocket createServerSocket(
      ServerSocketFactory self, int port, int most, int site) throws IOException {
    return inMemory(self)
        ? SocketCalls.listening(new InetSocketAddress(port), most)
        : self.createServerSocket(port, most);
  }

  public static ServerSocket createServerSocket(
      ServerSocketFactory self, int port, int most, InetAddress at, int site) throws IOException {
    return inMemory(self)
        ? SocketCalls.listening(new InetSocketAddress(at, port), most)
        : self.createServerSocket(port, most, at);
  }

  private static boolean inMemory(ServerSocketFactory factory) {
    return NetworkCalls.inMemory() && !(factory instanceof SSLServerSocketFactory);
  }
}

package dev.lockjaw.woven.net;

import dev.lockjaw.woven.calls.New;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/** What woven code makes in place of the JDK's sockets. */
public final class SocketCalls {
  private SocketCalls() {}

  static Socket inMemory() throws IOException {
    return MemoryProvider.ONLY.openSocketChannel().socket();
  }

  static Socket connected(SocketAddress to, SocketAddress from) throws IOException {
    Socket socket = inMemory();
    try {
      if (from != null) {
        socket.bind(from);
      }
      socket.connect(to);
      return socket;
    } catch (IOException | RuntimeException | Error failed) {
      socket.close();
      throw failed;
    }
  }

  @New(Socket.class)
  public static Socket socket(int site) throws IOException {
    return NetworkCalls.inMemory() ? inMemory() : new Socket();
  }

  /** A proxy outside of the run cannot be reached, and none is needed. */
  @New(Socket.class)
  public static Socket socket(Proxy proxy, int site) throws IOException {
    return NetworkCalls.inMemory() ? inMemory() : new Socket(proxy);
  }

  @New(Socket.class)
  public static Socket socket(String host, int port, int site) throws IOException {
    return NetworkCalls.inMemory()
        ? connected(new InetSocketAddress(host, port), null)
        : new Socket(host, port);
  }

  @New(Socket.class)
  public static Socket socket(InetAddress host, int port, int site) throws IOException {
    return NetworkCalls.inMemory()
        ? connected(new InetSocketAddress(host, port), null)
        : new Socket(host, port);
  }

  @New(Socket.class)
  public static Socket socket(String host, int port, InetAddress from, int local, int site)
      throws IOException {
    return NetworkCalls.inMemory()
        ? connected(new InetSocketAddress(host, port), new InetSocketAddress(from, local))
        : new Socket(host, port, from, local);
  }

  @New(Socket.class)
  public static Socket socket(InetAddress host, int port, InetAddress from, int local, int site)
      throws IOException {
    return NetworkCalls.inMemory()
        ? connected(new InetSocketAddress(host, port), new InetSocketAddress(from, local))
        : new Socket(host, port, from, local);
  }

  static ServerSocket serverInMemory() throws IOException {
    return MemoryProvider.ONLY.openServerSocketChannel().socket();
  }

  static ServerSocket listening(SocketAddress at, int most) throws IOException {
    ServerSocket server = serverInMemory();
    server.bind(at, most);
    return server;
  }

  @New(ServerSocket.class)
  public static ServerSocket server(int site) throws IOException {
    return NetworkCalls.inMemory() ? serverInMemory() : new ServerSocket();
  }

  @New(ServerSocket.class)
  public static ServerSocket server(int port, int site) throws IOException {
    return NetworkCalls.inMemory()
        ? listening(new InetSocketAddress(port), 0)
        : new ServerSocket(port);
  }

  @New(ServerSocket.class)
  public static ServerSocket server(int port, int most, int site) throws IOException {
    return NetworkCalls.inMemory()
        ? listening(new InetSocketAddress(port), most)
        : new ServerSocket(port, most);
  }

  @New(ServerSocket.class)
  public static ServerSocket server(int port, int most, InetAddress at, int site)
      throws IOException {
    return NetworkCalls.inMemory()
        ? listening(new InetSocketAddress(at, port), most)
        : new ServerSocket(port, most, at);
  }
}

package dev.lockjaw.corpus.driver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** The other end, on the JDK's blocking TLS sockets. */
final class TlsPeer implements AutoCloseable {
  /** Bytes. An explicit size keeps the system from growing the buffers while they fill. */
  static final int SMALL_BUFFER = 16 * 1024;

  private final SSLServerSocket server;

  private TlsPeer(SSLServerSocket server) {
    this.server = server;
  }

  /** A peer that shakes hands on each connection, then reads to the end and sends nothing. */
  static TlsPeer handshaking(SSLContext context) throws IOException {
    return serving(
        context,
        socket -> {
          socket.startHandshake();
          socket.getInputStream().skip(Long.MAX_VALUE);
        });
  }

  /** A peer that shakes hands on each connection, then reads nothing. */
  static TlsPeer deaf(SSLContext context) throws IOException {
    return serving(
        context,
        socket -> {
          socket.startHandshake();
          new CountDownLatch(1).await();
        });
  }

  private static TlsPeer serving(SSLContext context, Serving serving) throws IOException {
    SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
    server.setReceiveBufferSize(SMALL_BUFFER);
    server.bind(new InetSocketAddress(Keys.LOOPBACK, 0));
    Daemons.start(
        "acceptor",
        () -> {
          while (true) {
            SSLSocket socket = (SSLSocket) server.accept();
            Daemons.start("peer", () -> serving.serve(socket));
          }
        });
    return new TlsPeer(server);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private interface Serving {
    void serve(SSLSocket socket) throws Exception;
  }
}

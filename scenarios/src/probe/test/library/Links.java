package library;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Two links over loopback TCP. */
record Links(Link client, Link server) implements AutoCloseable {
  /** Links before their handshake. */
  static Links fresh(SSLContext context) throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket client = new Socket(listening.getInetAddress(), listening.getLocalPort());
      return new Links(link(context, client, true), link(context, listening.accept(), false));
    }
  }

  /** Links after their handshake. */
  static Links established(SSLContext context) throws Exception {
    Links links = fresh(context);
    Threads threads = new Threads();
    threads.start("handshake of the server", links.server::handshake);
    links.client.handshake();
    threads.join();
    return links;
  }

  private static Link link(SSLContext context, Socket socket, boolean client) throws IOException {
    SSLEngine engine = context.createSSLEngine("localhost", 443);
    engine.setUseClientMode(client);
    engine.setEnabledProtocols(new String[] {"TLSv1.2"}); // no tickets after the handshake
    return new Link(engine, socket);
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}

package dev.lockjaw.corpus.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.logging.LogManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLFilter;

/** Several threads write on one connection of a server. A client of the JDK reads. */
public final class Grizzly1079 implements Driver {
  private static final int CONNECTIONS = 5;
  private static final int WRITERS = 4;
  private static final int WRITES = 200;
  private static final int SIZE = 100;
  private static final int TIMEOUT_MS = 10_000;
  private static final String[] PROTOCOLS = {"TLSv1.2"}; // Grizzly 2.1 predates TLS 1.3

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    LogManager.getLogManager().reset();
    SSLContext context = keys.context();
    int port = serve(context);
    for (int i = 0; i < CONNECTIONS; i++) {
      receive(context, port, seen);
    }
  }

  private static int serve(SSLContext context) throws IOException {
    SSLEngineConfigurator server = new SSLEngineConfigurator(context, false, false, false);
    server.setEnabledProtocols(PROTOCOLS);
    SSLEngineConfigurator client = new SSLEngineConfigurator(context, true, false, false);
    TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance().build();
    transport.setProcessor(
        FilterChainBuilder.stateless()
            .add(new TransportFilter())
            .add(new SSLFilter(server, client))
            .add(new Writers())
            .build());
    InetSocketAddress bound =
        (InetSocketAddress)
            transport.bind(new InetSocketAddress(Keys.LOOPBACK, 0)).getLocalAddress();
    transport.start();
    return bound.getPort();
  }

  private static void receive(SSLContext context, int port, Observations seen) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(Keys.LOOPBACK, port)) {
      socket.setEnabledProtocols(PROTOCOLS);
      socket.startHandshake();
      receive(socket, seen);
    }
  }

  /** Runs after the handshake, whose failure or delay is not this bug. */
  private static void receive(SSLSocket socket, Observations seen) throws IOException {
    try {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write("go".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      long left = (long) WRITERS * WRITES * SIZE;
      byte[] data = new byte[16 * 1024];
      while (left > 0) {
        int count = in.read(data);
        if (count < 0) {
          seen.missed("the connection ended " + left + " bytes early");
          return;
        }
        left -= count;
      }
      seen.fine();
    } catch (SSLException broken) {
      seen.bug(
          "The client can't decrypt its input: "
              + broken.getMessage()
              + ". Records reached the wire in a different order than they were encrypted.",
          List.of(Evidence.of(Thread.currentThread(), broken)));
    } catch (SocketTimeoutException silent) {
      seen.missed("no input for " + TIMEOUT_MS + " ms");
    }
  }

  /** Writes from several threads as soon as a request is read. */
  private static final class Writers extends BaseFilter {
    private final ExecutorService pool = Daemons.pool();

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // Grizzly 2.1 declares it this way
    public NextAction handleRead(FilterChainContext context) {
      Connection connection = context.getConnection();
      for (int i = 0; i < WRITERS; i++) {
        pool.submit(
            () -> {
              for (int k = 0; k < WRITES; k++) {
                connection.write(Buffers.wrap(null, new byte[SIZE]));
              }
              return null;
            });
      }
      return context.getStopAction();
    }
  }
}

package library;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
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

/** A server on Grizzly's NIO. Several threads write as soon as a request is read. */
public final class GrizzlyServer implements GrizzlyTest.Server {
  static final String[] PROTOCOLS = {"TLSv1.2"}; // Grizzly 2.1 predates TLS 1.3
  static final int WRITERS = 4;
  static final int WRITES = 200;
  static final int SIZE = 100;

  private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
  private final TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance().build();

  @Override
  public int start(SSLContext context) throws IOException {
    SSLEngineConfigurator server = new SSLEngineConfigurator(context, false, false, false);
    server.setEnabledProtocols(PROTOCOLS);
    SSLEngineConfigurator client = new SSLEngineConfigurator(context, true, false, false);
    transport.setProcessor(
        FilterChainBuilder.stateless()
            .add(new TransportFilter())
            .add(new SSLFilter(server, client))
            .add(new Writers())
            .build());
    InetSocketAddress bound =
        (InetSocketAddress)
            transport
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .getLocalAddress();
    transport.start();
    return bound.getPort();
  }

  @Override
  public void stop() throws IOException {
    pool.shutdownNow();
    transport.stop();
  }

  private final class Writers extends BaseFilter {
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

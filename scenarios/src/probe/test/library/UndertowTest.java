package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.probe.Probe;
import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Undertow's server with clients on the JDK's sockets, some of which leave in mid-request. */
class UndertowTest {
  @Test
  void correctUseHasNoFinding() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      Undertow server =
          Undertow.builder()
              .setIoThreads(2)
              .setWorkerThreads(4)
              .addHttpsListener(0, "localhost", context)
              .setHandler(
                  new BlockingHandler(
                      exchange -> {
                        byte[] body = exchange.getInputStream().readAllBytes();
                        exchange.getOutputStream().write(body);
                      }))
              .build();
      server.start();
      try {
        InetSocketAddress address =
            (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        assertThat(HttpsClients.run(context, address.getPort())).isPositive();
      } finally {
        server.stop();
      }

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isEqualTo(HttpsClients.CONNECTIONS);
      assertThat(probe.seen().sockets()).isEqualTo(HttpsClients.CONNECTIONS);
    }
  }
}

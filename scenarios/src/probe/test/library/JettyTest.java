package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.probe.Probe;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;

/** Jetty's server with clients on the JDK's sockets, some of which leave in mid-request. */
class JettyTest {
  @Test
  void correctUseHasNoFinding() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      SslContextFactory.Server factory = new SslContextFactory.Server();
      factory.setSslContext(context);
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server, factory);
      connector.setHost("localhost");
      server.addConnector(connector);
      server.setHandler(
          new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
              Content.copy(request, response, callback);
              return true;
            }
          });
      server.start();
      try {
        assertThat(HttpsClients.run(context, connector.getLocalPort())).isPositive();
      } finally {
        server.stop();
      }

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isGreaterThanOrEqualTo(HttpsClients.CONNECTIONS);
      assertThat(probe.seen().sockets()).isEqualTo(HttpsClients.CONNECTIONS);
    }
  }
}

package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.lockjaw.probe.LockjawProvider;
import dev.lockjaw.probe.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockjawProviderTest {
  @AfterEach
  void remove() {
    Security.removeProvider(LockjawProvider.NAME);
  }

  /** As the first provider it serves every request without a provider, and does not find itself. */
  @Test
  void probesRequestsWithoutAProvider() throws Exception {
    try (Probe probe = Probe.seeded(1)) {
      Security.insertProviderAt(new LockjawProvider(probe), 1);
      SSLContext context = Contexts.initialised(SSLContext.getInstance("TLS"));
      assertThat(context.getProvider().getName()).isEqualTo("Lockjaw");
      Links.established(context).close();

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isEqualTo(2);
    }
  }

  @Test
  void offersTheAlgorithmsOfTheOtherProviders() throws Exception {
    try (Probe probe = Probe.seeded(1)) {
      Security.addProvider(new LockjawProvider(probe));
      for (String algorithm : List.of("TLS", "SSL", "TLSv1.2", "TLSv1.3", "DTLS", "Default")) {
        assertThat(SSLContext.getInstance(algorithm, "Lockjaw").getProtocol()).isEqualTo(algorithm);
        assertThat(SSLContext.getInstance(algorithm).getProvider().getName()).isEqualTo("SunJSSE");
      }
      assertThatThrownBy(() -> SSLContext.getInstance("TLSv9", "Lockjaw"))
          .isInstanceOf(NoSuchAlgorithmException.class)
          .hasMessageContaining("TLSv9")
          .hasMessageContaining("Lockjaw");
    }
  }

  /** The providers that existed when it was made have been removed. */
  @Test
  void namesAMissingProvider() {
    try (Probe probe = Probe.seeded(1)) {
      LockjawProvider provider = new LockjawProvider(probe);
      java.security.Provider jsse = Security.getProvider("SunJSSE");
      int position = List.of(Security.getProviders()).indexOf(jsse) + 1;
      Security.removeProvider("SunJSSE");
      try {
        assertThatThrownBy(() -> SSLContext.getInstance("TLSv1.3", provider))
            .isInstanceOf(NoSuchAlgorithmException.class)
            .hasMessageContaining("probes the SSLContext \"TLSv1.3\" of another provider")
            .hasMessageContaining("SUN");
      } finally {
        Security.insertProviderAt(jsse, position);
      }
    }
  }

  @Test
  void aProbedContextBehavesLikeTheRealOne() throws Exception {
    try (Probe probe = Probe.seeded(1)) {
      SSLContext real = Contexts.real();
      SSLContext probed = probe.context(real);

      assertThat(probed.getProvider()).isSameAs(real.getProvider());
      assertThat(probed.getProtocol()).isEqualTo(real.getProtocol());
      assertThat(probed.getServerSessionContext()).isSameAs(real.getServerSessionContext());
      assertThat(probed.getClientSessionContext()).isSameAs(real.getClientSessionContext());
      assertThat(probed.getSupportedSSLParameters().getProtocols())
          .isEqualTo(real.getSupportedSSLParameters().getProtocols());
      assertThat(probed.getDefaultSSLParameters().getCipherSuites())
          .isEqualTo(real.getDefaultSSLParameters().getCipherSuites());
      SSLEngine engine = probed.createSSLEngine("localhost", 443);
      assertThat(engine.getPeerHost()).isEqualTo("localhost");
      assertThat(engine.getPeerPort()).isEqualTo(443);
      assertThatThrownBy(() -> assertThat(probe).hasNoFindings())
          .hasMessageContaining("was its context handed over?");
    }
  }

  /** The JDK's own HTTPS server and client. */
  @Test
  void correctUseByTheJdksHttpHasNoFinding() throws Exception {
    try (Probe probe = Probe.seeded(7)) {
      SSLContext context = probe.context(Contexts.real());
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService workers = Executors.newFixedThreadPool(4);
      server.setExecutor(workers);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      server.createContext(
          "/",
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      try {
        HttpClient client =
            HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(Duration.ofSeconds(Threads.DEADLINE_SECONDS))
                .build();
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        List<CompletableFuture<Integer>> answers =
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        client
                            .sendAsync(
                                HttpRequest.newBuilder(uri)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[40_000]))
                                    .timeout(Duration.ofSeconds(Threads.DEADLINE_SECONDS))
                                    .build(),
                                BodyHandlers.ofByteArray())
                            .thenApply(answer -> answer.body().length))
                .toList();
        for (CompletableFuture<Integer> answer : answers) {
          assertThat(answer.get()).isEqualTo(40_000);
        }
      } finally {
        server.stop(0);
        workers.shutdownNow();
      }

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isGreaterThan(2);
    }
  }
}

package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.probe.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java-WebSocket's own server and client: several threads send at both ends, and then close. */
class JavaWebSocketTest {
  private static final int CONNECTIONS = 20;
  private static final int MESSAGES = 20;

  /** Runs it as in production: one of its own assertions would end its only thread. */
  @BeforeAll
  static void withoutItsAssertions() {
    JavaWebSocketTest.class.getClassLoader().setPackageAssertionStatus("org.java_websocket", false);
  }

  @Test
  void correctUseHasNoFinding() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      Echo server = new Echo(context);
      server.start();
      assertThat(server.ready.await(Threads.DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
      try {
        for (int i = 0; i < CONNECTIONS; i++) {
          talk(context, server.getPort());
        }
      } finally {
        server.stop(1_000);
      }

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isEqualTo(CONNECTIONS);
      assertThat(probe.seen().sockets()).isEqualTo(CONNECTIONS);
    }
  }

  private static void talk(SSLContext context, int port) throws Exception {
    Client client = new Client(port);
    client.setSocketFactory(context.getSocketFactory());
    assertThat(client.connectBlocking(Threads.DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    Threads threads = new Threads();
    for (int i = 0; i < 2; i++) {
      threads.start(
          "writer-" + i,
          () -> {
            for (int n = 0; n < MESSAGES / 2; n++) {
              client.send(new byte[5_000]);
            }
          });
    }
    threads.join();
    threads.until("the echo", () -> client.echoed.get() == MESSAGES);
    client.closeBlocking();
  }

  private static final class Client extends WebSocketClient {
    final AtomicInteger echoed = new AtomicInteger();

    Client(int port) {
      super(URI.create("wss://localhost:" + port + "/"));
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
      echoed.incrementAndGet();
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String message) {}

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception e) {}
  }

  private static final class Echo extends WebSocketServer {
    final CountDownLatch ready = new CountDownLatch(1);

    Echo(SSLContext context) {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2);
      setWebSocketFactory(new DefaultSSLWebSocketServerFactory(context));
    }

    @Override
    public void onStart() {
      ready.countDown();
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer message) {
      connection.send(message);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onMessage(WebSocket connection, String message) {}

    @Override
    public void onError(WebSocket connection, Exception e) {}
  }
}

package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.RECORD_CORRUPTION;

import dev.lockjaw.probe.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Java-WebSocket 1.6.0: the server closes a connection on which it is writing. Its {@code
 * SSLSocketChannel2} seals under a lock and sends outside it. The close and the selector's write
 * share one buffer, and sometimes corrupt its contents.
 */
class JavaWebSocketCloseTest {
  /**
   * The limit of connections; one in twenty shows the fault. A time limit would depend on the
   * machine.
   */
  private static final int MOST_CONNECTIONS = 500;

  /**
   * Milliseconds. After that a connection counts as broken, and the next one uses another server.
   */
  private static final int TIMEOUT_MS = 3_000;

  @BeforeAll
  static void withoutItsAssertions() {
    JavaWebSocketTest.withoutItsAssertions();
  }

  @Test
  @Timeout(300)
  void showsThatACloseCorruptsAConcurrentWrite() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      Flood server = Flood.started(context);
      for (int i = 0; i < MOST_CONNECTIONS && probe.findings().isEmpty(); i++) {
        if (!talk(context, server)) {
          server.end();
          server = Flood.started(context);
        }
      }
      server.end();

      assertThat(probe).failsWith(RECORD_CORRUPTION);
    }
  }

  /**
   * Returns false if the connection broke. The server's only thread may have died then. The server
   * still appears to run, because it waits for its own end while the system accepts connections for
   * it.
   */
  private static boolean talk(SSLContext context, Flood server) {
    server.open.clear();
    try (Socket socket = context.getSocketFactory().createSocket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      String request =
          "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      in.readNBytes(Flood.MESSAGE); // the server is writing now
      WebSocket connection = server.open.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS);
      if (connection == null) {
        return false;
      }
      new Threads().start("closer", () -> connection.closeConnection(1000, "enough"));
      byte[] data = new byte[16 * 1024];
      while (in.read(data) >= 0) {}
      return true;
    } catch (IOException broken) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A server that sends as much as it can, with a thread for each connection. */
  private static final class Flood extends WebSocketServer {
    static final int MESSAGE = 3_000;
    private static final int MESSAGES = 200;

    final BlockingQueue<WebSocket> open = new LinkedBlockingQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    Flood(SSLContext context) {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2);
      setDaemon(true);
      setWebSocketFactory(new DefaultSSLWebSocketServerFactory(context));
    }

    static Flood started(SSLContext context) {
      try {
        Flood server = new Flood(context);
        server.start();
        if (!server.ready.await(Threads.DEADLINE_SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError("the server has not started");
        }
        return server;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** Stops on a separate thread, which may run forever if the server waits for its own end. */
    void end() {
      new Threads().start("stopper", () -> stop(1_000));
    }

    @Override
    public void onStart() {
      ready.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      open.add(connection);
      new Threads().start("sender", () -> flood(connection));
    }

    private static void flood(WebSocket connection) {
      try {
        for (int i = 0; i < MESSAGES; i++) {
          connection.send(new byte[MESSAGE]);
        }
      } catch (WebsocketNotConnectedException closed) {
        // expected
      }
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer message) {}

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onMessage(WebSocket connection, String message) {}

    @Override
    public void onError(WebSocket connection, Exception e) {}
  }
}

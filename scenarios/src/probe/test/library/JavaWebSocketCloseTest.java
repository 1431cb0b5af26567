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
 * Java-WebSocket 1.6.0, whose server is told to close a connection that it is writing on. Its
 * {@code SSLSocketChannel2} seals under a lock, and sends what it has sealed outside of it: close
 * and the selector's write share one buffer there, and now and then spoil what is in it.
 */
class JavaWebSocketCloseTest {
  /** One in twenty shows it. Counted, as a time would say how fast the machine is. */
  private static final int MOST_CONNECTIONS = 500;

  /** After that a connection has broken, and the next one is tried, on another server. */
  private static final int TIMEOUT_MS = 3_000;

  @BeforeAll
  static void withoutItsAssertions() {
    JavaWebSocketTest.withoutItsAssertions();
  }

  @Test
  @Timeout(300)
  void showsThatCloseSpoilsWhatIsBeingWritten() throws Exception {
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
   * Returns false if the connection broke: the server's only thread may have died of it, and is
   * then still there, as it waits for its own end, while the system takes connections in its name.
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
      in.readNBytes(Flood.MESSAGE); // so it is being written to
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

  /** A server that sends as much as it can, on a thread for each connection. */
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

    /** On a thread of its own, for ever if the server waits for its own end. */
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
        // as intended
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

package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.BLOCKED_IO_UNDER_LOCK;
import static dev.lockjaw.result.FindingKind.DEADLOCK;
import static dev.lockjaw.result.FindingKind.RECORD_CORRUPTION;
import static dev.lockjaw.result.FindingKind.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.assertj.FindingAssert;
import dev.lockjaw.probe.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class ProbedSocketTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final byte[] DATA = new byte[500];
  private static final int MESSAGES = 200;
  private static final int MORE_THAN_A_WIRE_HOLDS = 64 << 20;

  /** Two sockets with a complete handshake. */
  private record Pair(SSLSocket client, SSLSocket server) {
    static Pair over(SSLContext context) throws Exception {
      try (SSLServerSocket listening =
          (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, LOOPBACK)) {
        listening.setReceiveBufferSize(8 * 1024);
        SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket();
        client.setSendBufferSize(8 * 1024);
        client.connect(new InetSocketAddress(LOOPBACK, listening.getLocalPort()));
        Pair pair = new Pair(client, (SSLSocket) listening.accept());
        Threads threads = new Threads();
        threads.start("handshake of the server", pair.server()::startHandshake);
        client.startHandshake();
        threads.join();
        return pair;
      }
    }
  }

  /** Sockets lock by themselves: any number of threads may write, read and close at once. */
  @Test
  void findsNothingWhateverThreadsDo() throws Exception {
    try (Probe probe = Probe.seeded(3)) {
      Pair pair = Pair.over(probe.context(Contexts.real()));
      Threads threads = new Threads();
      for (int i = 0; i < 2; i++) {
        threads.start("writer", () -> sendAll(pair.client()));
        threads.start("reader", () -> readSome(pair.server(), MESSAGES * DATA.length));
      }
      threads.join();
      Threads ends = new Threads();
      ends.start(
          "idle reader", () -> assertThat(pair.server().getInputStream().read()).isLessThan(0));
      ends.start("closer", pair.client()::close);
      ends.join();
      pair.server().close();

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().sockets()).isEqualTo(2);
    }
  }

  private static void sendAll(Socket socket) throws IOException {
    for (int i = 0; i < MESSAGES; i++) {
      socket.getOutputStream().write(DATA);
    }
  }

  private static void readSome(Socket socket, int count) throws IOException {
    assertThat(socket.getInputStream().readNBytes(count)).hasSize(count);
  }

  /** A reader on an idle wire waits longer than a stuck thread, and is not stuck. */
  @Test
  void distinguishesIdleReadersFromACloseBehindABlockedWrite() throws Exception {
    try (Probe probe = Probe.seeded(3, Duration.ofMillis(500))) {
      SSLContext context = probe.context(Contexts.real());
      Pair idle = Pair.over(context);
      Threads threads = new Threads();
      for (int i = 0; i < 2; i++) { // the second waits for the first
        threads.start("idle reader", () -> readSome(idle.server(), 1));
      }
      Pair full = Pair.over(context);
      Thread writer = new Threads().start("writer", () -> overfill(full.client()));
      threads.until("the writer holds the lock for good", () -> isSending(writer));
      // JDK 17 and 25, TLS 1.3: close waits for the lock that the blocked write holds
      Threads closer = new Threads();
      closer.start("closer", full.client()::close);
      closer.until("a finding", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(BLOCKED_IO_UNDER_LOCK);
      finding.hasMessageContaining("writer is inside write of socket").onThread("closer");
      finding.onThread("writer").isIn("ProbedSocketTest.overfill");
      assertThat(probe.findings()).hasSize(1);
      idle.client().getOutputStream().write(new byte[2]);
      threads.join();
      full.server().close(); // ends the write, and with it the close
      closer.join();
    }
  }

  /** The other end accepts the connection, and says nothing. */
  @Test
  void findsAHandshakeThatNobodyAnswers() throws Exception {
    try (Probe probe = Probe.seeded(3, Duration.ofMillis(300));
        ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      SSLSocket client =
          (SSLSocket)
              probe
                  .context(Contexts.real())
                  .getSocketFactory()
                  .createSocket(LOOPBACK, silent.getLocalPort());
      Threads threads = new Threads();
      threads.start(
          "client",
          () -> assertThatThrownBy(client::startHandshake).isInstanceOf(IOException.class));
      threads.until("a stall", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(STALL);
      finding.hasMessageContaining("client is inside handshake of socket 1");
      finding.hasMessageContaining("waits for the peer. This has lasted 0.6 s");
      finding.onThread("client");
      silent.accept().close();
      threads.join();
      client.close();
    }
  }

  /** One call: the socket's lock is not released until the peer has read most of the data. */
  private static void overfill(Socket socket) throws IOException {
    socket.getOutputStream().write(new byte[MORE_THAN_A_WIRE_HOLDS]);
  }

  /** A newly started thread has no frames yet. */
  private static boolean isSending(Thread writer) {
    StackTraceElement[] stack = writer.getStackTrace();
    return stack.length > 0
        && stack[0].isNativeMethod()
        && stack[0].getClassName().startsWith("sun.nio.ch");
  }

  /** Other bytes than a record are on the wire where a record should begin. */
  @Test
  void findsBytesThatAreNoRecord() throws Exception {
    try (Probe probe = Probe.seeded(3);
        ServerSocket listening = new ServerSocket(0, 1, LOOPBACK)) {
      SSLContext real = Contexts.real();
      Socket client =
          probe.context(real).getSocketFactory().createSocket(LOOPBACK, listening.getLocalPort());
      Socket below = listening.accept();
      SSLSocket server = (SSLSocket) real.getSocketFactory().createSocket(below, null, true);
      Threads threads = new Threads();
      threads.start("server", () -> server.getOutputStream().write(DATA));
      readSome(client, DATA.length);
      threads.join();
      below.getOutputStream().write(DATA);
      assertThatThrownBy(() -> readSome(client, 1)).isInstanceOf(SSLException.class);

      assertThat(probe)
          .failsWith(RECORD_CORRUPTION)
          .onThread("main")
          .isIn("ProbedSocketTest.readSome");
      client.close();
      below.close();
    }
  }

  /** A message handler and a sender take two locks in opposite orders. */
  @Test
  void findsDeadlockOfCallbackAndSender() throws Exception {
    try (Probe probe = Probe.seeded(3)) {
      Pair pair = Pair.over(probe.context(Contexts.real()));
      Object sending = new Object();
      Object receiving = new Object();
      CountDownLatch both = new CountDownLatch(2);
      Threads threads = new Threads();
      threads.start(
          "sender",
          () -> under(sending, receiving, both, () -> pair.client().getOutputStream().write(DATA)));
      threads.start(
          "reader",
          () -> under(receiving, sending, both, () -> readSome(pair.server(), DATA.length)));
      threads.until("a deadlock", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(DEADLOCK);
      finding.onThread("sender").isIn("ProbedSocketTest.under");
      finding.onThread("reader").heldSince("ProbedSocketTest.under");
    }
  }

  private static void under(Object first, Object second, CountDownLatch both, Threads.Body body)
      throws Exception {
    synchronized (first) {
      body.run();
      both.countDown();
      both.await();
      synchronized (second) {
        throw new AssertionError("the other thread did not arrive");
      }
    }
  }

  /** The other abilities of a socket: protocols, listeners, layering. */
  @Test
  void supportsProtocolsListenersAndLayering() throws Exception {
    try (Probe probe = Probe.seeded(3)) {
      SSLContext context = probe.context(Contexts.real());
      AtomicReference<Object> notified = new AtomicReference<>();
      AtomicReference<Object> asked = new AtomicReference<>();
      try (SSLServerSocket listening =
          (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, LOOPBACK)) {
        Socket below = new Socket(LOOPBACK, listening.getLocalPort());
        SSLSocket client =
            (SSLSocket)
                context
                    .getSocketFactory()
                    .createSocket(below, "localhost", listening.getLocalPort(), true);
        SSLSocket server = (SSLSocket) listening.accept();
        SSLParameters parameters = client.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        client.addHandshakeCompletedListener(event -> notified.set(event.getSocket()));
        server.setHandshakeApplicationProtocolSelector(
            (socket, protocols) -> {
              asked.set(socket);
              return protocols.get(1);
            });
        Threads threads = new Threads();
        threads.start("server", () -> readSome(server, DATA.length));
        client.getOutputStream().write(DATA);
        threads.join();
        threads.until("the listener is called", () -> notified.get() != null);

        assertThat(client.getApplicationProtocol()).isEqualTo("http/1.1");
        assertThat(notified.get()).isSameAs(client);
        assertThat(asked.get()).isSameAs(server);
        assertThat(client.getSession().isValid()).isTrue();
        assertThat(client.getPort()).isEqualTo(listening.getLocalPort());
        assertThat(client.isConnected()).isTrue();
        client.close();
        assertThat(client.isClosed()).isTrue();
        assertThat(below.isClosed()).isTrue();
        server.close();
      }

      assertThat(probe).hasNoFindings();
    }
  }
}

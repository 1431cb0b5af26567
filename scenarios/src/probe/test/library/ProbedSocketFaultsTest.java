package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.ESCAPED_EXCEPTION;
import static dev.lockjaw.result.FindingKind.NULL_DEREFERENCE;
import static dev.lockjaw.result.FindingKind.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.assertj.FindingAssert;
import dev.lockjaw.probe.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handshakes and exceptions of sockets; each with its correct twin. */
class ProbedSocketFaultsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** The first call of a socket, which performs the handshake. */
  enum First {
    READ {
      @Override
      void call(Socket socket) throws IOException {
        socket.getInputStream().read();
      }
    },
    WRITE {
      @Override
      void call(Socket socket) throws IOException {
        socket.getOutputStream().write(1);
      }
    };

    abstract void call(Socket socket) throws IOException;
  }

  private static SSLSocket connect(SSLContext context, ServerSocket to) throws IOException {
    return (SSLSocket) context.getSocketFactory().createSocket(LOOPBACK, to.getLocalPort());
  }

  /**
   * The other end accepts the connection, and says nothing. A second thread waits for the first.
   */
  @ParameterizedTest
  @EnumSource(First.class)
  void findsAHandshakeOfAFirstCallThatNobodyAnswers(First first) throws Exception {
    try (Probe probe = Probe.seeded(3, PATIENCE);
        ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      SSLSocket client = connect(probe.context(Contexts.real()), silent);
      Threads threads = new Threads();
      threads.start("first", () -> failsOnceClosed(first, client));
      threads.start("reader", () -> failsOnceClosed(First.READ, client));
      threads.start("writer", () -> failsOnceClosed(First.WRITE, client));
      threads.until("a stall", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(STALL);
      finding.hasMessageContaining("of socket 1, whose handshake has not ended, and waits");
      finding.hasMessageContaining("This has lasted 0.6 s");
      finding.onThread("first").isIn("ProbedSocketFaultsTest.failsOnceClosed");
      finding.onThread("reader").isIn("ProbedSocketFaultsTest.failsOnceClosed");
      finding.onThread("writer").isIn("ProbedSocketFaultsTest.failsOnceClosed");
      silent.accept().close();
      threads.join();
      client.close();
    }
  }

  private static void failsOnceClosed(First call, Socket socket) {
    assertThatThrownBy(() -> call.call(socket)).isInstanceOf(IOException.class);
  }

  /** The handshakes are complete, of first calls too, and their readers wait for data. */
  @Test
  void isSilentOnReadersThatWaitAfterTheirHandshake() throws Exception {
    try (Probe probe = Probe.seeded(3, PATIENCE);
        ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      SSLContext context = probe.context(Contexts.real());
      try (SSLServerSocket listening =
          (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, LOOPBACK)) {
        SSLSocket client = connect(context, listening);
        SSLSocket server = (SSLSocket) listening.accept();
        Threads readers = new Threads();
        readers.start("client", () -> client.getInputStream().read());
        readers.start("server", () -> server.getInputStream().read());
        // begins last, so that the others would have been reported before
        SSLSocket control = connect(context, silent);
        Threads last = new Threads();
        last.start("control", () -> failsOnceClosed(First.READ, control));
        last.until("a stall", () -> !probe.findings().isEmpty());

        assertThat(probe.findings()).hasSize(1);
        assertThat(probe).failsWith(STALL).hasMessageContaining("control is inside read");
        silent.accept().close();
        last.join();
        control.close();
        client.getOutputStream().write(1);
        server.getOutputStream().write(1);
        readers.join();
        client.close();
        server.close();
      }
    }
  }

  private static Socket odd(Probe probe, Supplier<Object> behaviour) throws Exception {
    return probe.context(OddSocket.context(behaviour)).getSocketFactory().createSocket();
  }

  /** What a caller can do to a socket. */
  enum Use {
    READ,
    WRITE,
    HANDSHAKE,
    SESSION,
    HANDSHAKE_SESSION,
    PROTOCOL,
    CLOSE;

    void of(SSLSocket socket) throws IOException {
      switch (this) {
        case READ -> First.READ.call(socket);
        case WRITE -> First.WRITE.call(socket);
        case HANDSHAKE -> socket.startHandshake();
        case SESSION -> socket.getSession();
        case HANDSHAKE_SESSION -> socket.getHandshakeSession();
        case PROTOCOL -> socket.getApplicationProtocol();
        case CLOSE -> socket.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Use.class)
  void reportsARuntimeExceptionOfASocketWithTheOthersInTheConnection(Use use) throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (Probe probe = Probe.seeded(1)) {
      SSLSocket socket =
          (SSLSocket)
              odd(
                  probe,
                  () -> {
                    if (Thread.currentThread().getName().equals("other")) {
                      inside.countDown();
                      return await(answer);
                    }
                    throw new ConcurrentModificationException("mine");
                  });
      Threads threads = new Threads();
      threads.start("other", () -> socket.getInputStream().read());
      inside.await();
      assertThatThrownBy(() -> use.of(socket)).hasMessage("mine");
      answer.countDown();
      threads.join();

      FindingAssert finding = assertThat(probe).failsWith(ESCAPED_EXCEPTION);
      finding.hasMessageContaining("main got java.util.ConcurrentModificationException");
      finding.onThread("main").isIn("ProbedSocketFaultsTest$Use.of");
      finding.onThread("other").isIn("ProbedSocketFaultsTest.await");
    }
  }

  private static Integer await(CountDownLatch answer) {
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 0;
  }

  /** A socket of the JDK's own. */
  @Test
  void namesANullDereferenceOfASocket() throws Exception {
    try (Probe probe = Probe.seeded(1);
        ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      SSLSocket socket = connect(probe.context(Contexts.real()), silent);
      assertThatThrownBy(() -> socket.getInputStream().read(null, 0, 1))
          .isInstanceOf(NullPointerException.class);
      assertThat(probe).failsWith(NULL_DEREFERENCE).hasMessageContaining("read of socket 1");
      silent.accept().close();
      socket.close();
    }
  }

  /** The documentation names them for callers that use a socket wrongly, or TLS itself fails. */
  @ParameterizedTest
  @EnumSource(Use.class)
  void isSilentOnExceptionsOfSocketsThatAreDocumented(Use use) throws Exception {
    try (Probe probe = Probe.seeded(1)) {
      SSLSocket socket =
          (SSLSocket)
              odd(
                  probe,
                  () -> {
                    throw new IllegalStateException("not connected");
                  });
      assertThatThrownBy(() -> use.of(socket)).hasMessage("not connected");
      assertThat(probe).hasNoFindings();
    }
  }
}

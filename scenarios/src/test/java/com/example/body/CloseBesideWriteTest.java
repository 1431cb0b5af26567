package com.example.body;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.body.Explored;
import dev.lockjaw.body.LockjawExplorer;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/**
 * {@code SSLSocket.close} beside a write that a peer never reads. The body knows nothing of the
 * bug: the search finds it, in the JDK as it is.
 */
class CloseBesideWriteTest {
  private static void closeBesideWrite(Explored with, int bytes) throws Exception {
    SSLContext tls = with.tls();
    ServerSocket server = tls.getServerSocketFactory().createServerSocket(0);
    Thread peer = new Thread(() -> shakeHands(server), "peer");
    peer.start();
    SSLSocket client =
        (SSLSocket) tls.getSocketFactory().createSocket("localhost", server.getLocalPort());
    client.startHandshake();
    peer.join();
    Thread writer = new Thread(() -> write(client, bytes), "writer");
    writer.start();
    client.close();
    writer.join();
    server.close();
  }

  private static void shakeHands(ServerSocket server) {
    try {
      ((SSLSocket) server.accept()).startHandshake(); // and never reads
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(SSLSocket client, int bytes) {
    try {
      client.getOutputStream().write(new byte[bytes]);
    } catch (IOException closed) {
      // as it may be by now
    }
  }

  private static CellResult explored(int seconds, LockjawExplorer.Body body) throws Exception {
    return LockjawExplorer.named("closeBesideWrite")
        .preemptions(1)
        .budget(Duration.ofSeconds(seconds))
        .explore(body);
  }

  @Test
  void moreThanFitsIsBlockedIoUnderALock() throws Exception {
    assertThat(explored(240, with -> closeBesideWrite(with, 200_000)))
        .failsWith(FindingKind.BLOCKED_IO_UNDER_LOCK)
        .onThread("writer");
  }

  @Test
  void whatFitsIsWritten() throws Exception {
    assertThat(explored(2, with -> closeBesideWrite(with, 1_000))).hasNoFindings();
  }
}

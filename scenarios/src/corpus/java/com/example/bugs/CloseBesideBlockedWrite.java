package com.example.bugs;

import dev.lockjaw.body.Explored;
import dev.lockjaw.body.LockjawExplorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** jdk-close-blocked-write: a close beside a write that the peer never reads. */
public final class CloseBesideBlockedWrite {
  private static final int MORE_THAN_FITS = 200_000;

  private CloseBesideBlockedWrite() {}

  /**
   * The body.
   *
   * @param linger SO_LINGER in seconds; or {@code off}
   */
  public static LockjawExplorer.Body body(String linger) {
    return with -> run(with, linger);
  }

  private static void run(Explored with, String linger) throws Exception {
    SSLContext tls = with.tls();
    ServerSocket server = tls.getServerSocketFactory().createServerSocket(0);
    Thread peer = new Thread(() -> shakeHands(server), "peer");
    peer.start();
    SSLSocket client =
        (SSLSocket) tls.getSocketFactory().createSocket("localhost", server.getLocalPort());
    if (!linger.equals("off")) {
      client.setSoLinger(true, Integer.parseInt(linger));
    }
    client.startHandshake();
    peer.join();
    Thread writer = new Thread(() -> write(client), "writer");
    writer.start();
    client.close();
    writer.join();
  }

  private static void shakeHands(ServerSocket server) {
    try {
      ((SSLSocket) server.accept()).startHandshake(); // and never reads
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(SSLSocket client) {
    try {
      client.getOutputStream().write(new byte[MORE_THAN_FITS]);
    } catch (IOException closed) {
      // as it may be by now
    }
  }
}

package dev.lockjaw.corpus.driver;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A thread is blocked in a write because the peer does not read. Another thread closes the socket.
 */
public final class JdkCloseBlockedWrite implements Driver {
  private static final long MOST_MS = 30_000;
  private static final long CLOSE_MS = 2_500;

  /** Bytes; more than the wire holds, so that one write holds the lock until the peer reads. */
  private static final int DATA = 16 << 20;

  private final String linger;

  /**
   * @param linger seconds of SO_LINGER, or {@code off}
   */
  public JdkCloseBlockedWrite(String linger) {
    this.linger = linger;
  }

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    SSLContext context = keys.context();
    try (TlsPeer peer = TlsPeer.deaf(context)) {
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
      socket.setSendBufferSize(TlsPeer.SMALL_BUFFER);
      socket.connect(new InetSocketAddress(Keys.LOOPBACK, peer.port()));
      socket.setEnabledProtocols(new String[] {"TLSv1.3"});
      if (!linger.equals("off")) {
        socket.setSoLinger(true, Integer.parseInt(linger));
      }
      socket.startHandshake();
      Thread writer = Daemons.start("writer", () -> socket.getOutputStream().write(new byte[DATA]));
      if (!Daemons.until(MOST_MS, () -> Evidence.isSending(writer))) {
        seen.missed("the writer did not begin to send");
        return;
      }
      Thread closer = Daemons.start("closer", socket::close);
      Still stuck = new Still(CLOSE_MS, () -> waitsForever(closer, writer) ? 1 : 0);
      boolean ended = Daemons.until(MOST_MS, () -> !closer.isAlive() || stuck.getAsBoolean());
      if (!closer.isAlive()) {
        seen.fine();
      } else if (ended) {
        seen.bug(
            "After "
                + CLOSE_MS
                + " ms close still waits for a lock. The writer holds it while it is blocked in"
                + " I/O.",
            Evidence.of(LockNames.of(), writer, closer));
      } else {
        seen.missed("after " + MOST_MS + " ms close had not returned and was not stuck");
      }
    }
  }

  private static boolean waitsForever(Thread closer, Thread writer) {
    return closer.getState() == Thread.State.WAITING && Evidence.waits(closer, writer);
  }
}

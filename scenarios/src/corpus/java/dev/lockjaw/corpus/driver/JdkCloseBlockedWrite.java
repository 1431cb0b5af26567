package dev.lockjaw.corpus.driver;

import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A thread is blocked in a write, because the peer does not read, and another closes the socket.
 */
public final class JdkCloseBlockedWrite implements Driver {
  private static final long FULL_MS = 10_000;
  private static final long CLOSE_MS = 2_500;

  /** How long nothing moves before the buffers count as full. */
  private static final long STILL_MS = 500;

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
      AtomicLong written = new AtomicLong();
      Thread writer =
          Daemons.start(
              "writer",
              () -> {
                OutputStream out = socket.getOutputStream();
                byte[] data = new byte[16 * 1024];
                while (true) {
                  out.write(data);
                  written.addAndGet(data.length);
                }
              });
      if (!Daemons.until(FULL_MS, new Still(STILL_MS, written::get))) {
        seen.missed("the wire did not fill up");
        return;
      }
      Thread closer = Daemons.start("closer", socket::close);
      closer.join(CLOSE_MS);
      if (!closer.isAlive()) {
        seen.fine();
      } else if (closer.getState() == Thread.State.WAITING && Evidence.waits(closer, writer)) {
        seen.bug(
            "After "
                + CLOSE_MS
                + " ms close still waits for the lock that the writer holds while it is blocked"
                + " for I/O.",
            Evidence.of(LockNames.of(), writer, closer));
      } else {
        seen.missed("after " + CLOSE_MS + " ms close had not ended, and does not wait for ever");
      }
    }
  }
}

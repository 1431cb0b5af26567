package dev.lockjaw.corpus.driver;

import java.lang.management.LockInfo;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.ssl.SslHandler;

/**
 * A write waits for a handshake that never ends. The channel is closed, and a listener of the
 * failed write writes again.
 */
public final class Netty2093 implements Driver {
  private static final long MOST_MS = 30_000;

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, Keys.LOOPBACK)) {
      NettyClient client = new NettyClient(keys.context());
      Channel channel = client.connect(silent.getLocalPort());
      AtomicReference<Thread> notified = new AtomicReference<>();
      CountDownLatch written = new CountDownLatch(1);
      channel
          .write(NettyClient.bytes(100))
          .addListener(
              failed -> {
                notified.set(Thread.currentThread());
                channel.write(NettyClient.bytes(10));
                written.countDown();
              });
      Daemons.start("closer", channel::close);

      boolean ended =
          Daemons.until(
              MOST_MS,
              () -> written.getCount() == 0 || waitsForItself(client.tls(), notified.get()));
      if (written.getCount() == 0) {
        seen.fine();
      } else if (ended) {
        seen.bug(
            "The thread that fails the pending writes holds their lock while it calls the listener."
                + " The listener writes again and waits for that lock forever.",
            Evidence.of(LockNames.of(client.tls()), notified.get()));
      } else {
        seen.missed("after " + MOST_MS + " ms the listener was neither done nor stuck");
      }
    }
  }

  /**
   * The JVM does not detect this, because the lock is not reentrant and does not publish its
   * holder.
   */
  private static boolean waitsForItself(SslHandler tls, Thread thread) {
    LockInfo wanted = thread == null ? null : Evidence.wanted(thread);
    return wanted != null
        && LockNames.of(tls).holder(wanted) == thread
        && Evidence.wants(thread, wanted); // still waits: it did not get the lock meanwhile
  }
}

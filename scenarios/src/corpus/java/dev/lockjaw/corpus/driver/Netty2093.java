package dev.lockjaw.corpus.driver;

import java.lang.management.LockInfo;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.ssl.SslHandler;

/**
 * A write waits for a handshake that never ends; the channel is closed, and whoever is told that
 * the write has failed writes again.
 */
public final class Netty2093 implements Driver {
  private static final long MOST_MS = 30_000;

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, Keys.LOOPBACK)) {
      NettyClient client = new NettyClient(keys.context());
      Channel channel = client.connect(silent.getLocalPort());
      AtomicReference<Thread> told = new AtomicReference<>();
      CountDownLatch written = new CountDownLatch(1);
      channel
          .write(NettyClient.bytes(100))
          .addListener(
              failed -> {
                told.set(Thread.currentThread());
                channel.write(NettyClient.bytes(10));
                written.countDown();
              });
      Daemons.start("closer", channel::close);

      boolean ended =
          Daemons.until(
              MOST_MS, () -> written.getCount() == 0 || waitsForItself(client.tls(), told.get()));
      if (written.getCount() == 0) {
        seen.fine();
      } else if (ended) {
        seen.bug(
            "The thread that fails the pending writes holds their lock while it calls back; the"
                + " listener writes again, and waits for that lock for ever.",
            Evidence.of(LockNames.of(client.tls()), told.get()));
      } else {
        seen.missed("after " + MOST_MS + " ms the listener was neither through nor stuck");
      }
    }
  }

  /** The JVM does not see it: the lock is not reentrant and keeps its holder to itself. */
  private static boolean waitsForItself(SslHandler tls, Thread thread) {
    LockInfo wanted = thread == null ? null : Evidence.wanted(thread);
    return wanted != null
        && LockNames.of(tls).holder(wanted) == thread
        && Evidence.wants(thread, wanted); // still: it has not got the lock between the two looks
  }
}

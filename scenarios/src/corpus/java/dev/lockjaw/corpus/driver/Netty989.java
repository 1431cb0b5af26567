package dev.lockjaw.corpus.driver;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.MessageEvent;
import org.jboss.netty.channel.SimpleChannelDownstreamHandler;

/**
 * The I/O thread answers a handshake message, and the transport breaks during that answer, while an
 * application thread is writing.
 */
public final class Netty989 implements Driver {
  private static final long MOST_MS = 30_000;

  /** Milliseconds that the answer waits for the writer to block. */
  private static final long BLOCKED_MS = 10_000;

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    try (TlsPeer peer = TlsPeer.handshaking(keys.context())) {
      Gate gate = new Gate();
      NettyClient client = new NettyClient(keys.context(), gate);
      Channel channel = client.connect(peer.port());
      client.tls().handshake();
      if (!gate.entered.await(MOST_MS, TimeUnit.MILLISECONDS)) {
        seen.missed("the handshake got no answer");
        return;
      }
      Thread writer = Daemons.start("app-writer", () -> channel.write(NettyClient.bytes(64)));
      gate.writer.set(writer);

      boolean ended =
          Daemons.until(
              MOST_MS,
              () ->
                  gate.passed.getCount() == 0 && !writer.isAlive()
                      || Evidence.deadlocked(gate.thread, writer));
      if (!ended) {
        seen.missed("after " + MOST_MS + " ms the threads were neither done nor deadlocked");
      } else if (gate.passed.getCount() == 0 && !writer.isAlive()) {
        seen.fine();
      } else {
        seen.bug(
            "The I/O thread holds the handshake lock and fails the pending writes. The writer holds"
                + " the lock of the pending writes and waits for the handshake lock.",
            Evidence.of(LockNames.of(client.tls()), gate.thread, writer));
      }
    }
  }

  /** A handler below the TLS handler: the transport breaks during the first handshake answer. */
  private static final class Gate extends SimpleChannelDownstreamHandler {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch passed = new CountDownLatch(1);
    final AtomicReference<Thread> writer = new AtomicReference<>();
    private final AtomicBoolean once = new AtomicBoolean();
    private volatile Thread thread;

    @Override
    public void writeRequested(ChannelHandlerContext context, MessageEvent event) throws Exception {
      if (!insideUnwrap() || !once.compareAndSet(false, true)) {
        super.writeRequested(context, event);
        return;
      }
      thread = Thread.currentThread();
      entered.countDown();
      Daemons.until(BLOCKED_MS, () -> writer.get() != null && isStuckOrThrough(writer.get()));
      NettyClient.breakBelow(context);
      passed.countDown();
    }

    private static boolean isStuckOrThrough(Thread thread) {
      Thread.State state = thread.getState();
      return state == Thread.State.BLOCKED || state == Thread.State.TERMINATED;
    }

    private static boolean insideUnwrap() {
      return Arrays.stream(Thread.currentThread().getStackTrace())
          .anyMatch(
              frame ->
                  frame.getMethodName().equals("unwrap")
                      && frame.getClassName().endsWith(".SslHandler"));
    }
  }
}

package dev.lockjaw.corpus.driver;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelFuture;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.MessageEvent;
import org.jboss.netty.channel.SimpleChannelDownstreamHandler;

/**
 * One thread is in the transport with an encrypted record, another thread's record is queued behind
 * it, and the connection breaks. Does the future of the queued record ever complete?
 */
public final class Netty4296 implements Driver {
  private static final long STEP_MS = 20_000;
  private static final long FUTURE_MS = 1_500;

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    try (TlsPeer peer = TlsPeer.handshaking(keys.context())) {
      Gate gate = new Gate();
      NettyClient client = new NettyClient(keys.context(), gate);
      Channel channel = client.connect(peer.port());
      if (!client.tls().handshake().await(STEP_MS)) {
        seen.missed("the handshake did not end");
        return;
      }
      gate.armed.set(true);
      Daemons.start("first-writer", () -> channel.write(NettyClient.bytes(64)));
      if (!gate.entered.await(STEP_MS, TimeUnit.MILLISECONDS)) {
        seen.missed("the first write did not reach the transport");
        return;
      }
      ChannelFuture queued = channel.write(NettyClient.bytes(64));
      NettyClient.breakBelow(channel.getPipeline().getContext(gate));
      if (!channel.getCloseFuture().await(STEP_MS)) {
        seen.missed("the channel did not close");
        return;
      }
      if (!NettyClient.isThrough(channel, STEP_MS)) {
        seen.missed("the I/O thread did not get through with the close");
        return;
      }
      boolean completed = queued.await(FUTURE_MS);
      gate.open.countDown();
      if (completed) {
        seen.fine();
      } else if (queued.await(FUTURE_MS)) {
        seen.missed("the future completed late");
      } else {
        seen.bug(
            "The channel is closed. The future of a queued write is not complete after "
                + FUTURE_MS
                + " ms, nor after as long again once the first write has left the transport.",
            List.of());
      }
    }
  }

  /** A handler below the TLS handler: it holds the first record back. */
  private static final class Gate extends SimpleChannelDownstreamHandler {
    final AtomicBoolean armed = new AtomicBoolean();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void writeRequested(ChannelHandlerContext context, MessageEvent event) throws Exception {
      if (armed.compareAndSet(true, false)) {
        entered.countDown();
        open.await(STEP_MS + FUTURE_MS, TimeUnit.MILLISECONDS);
      }
      super.writeRequested(context, event);
    }
  }
}

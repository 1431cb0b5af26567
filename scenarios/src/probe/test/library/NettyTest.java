package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.CONCURRENT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.probe.Probe;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Netty's own server and client, which have no code for Lockjaw. */
class NettyTest {
  private static final int CONNECTIONS = 60;
  private static final int MESSAGE = 3_000;
  private static final int MESSAGES = 12;

  private final EventLoopGroup group = new NioEventLoopGroup(4);
  private final ExecutorService tasks = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    group.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
    tasks.shutdownNow();
  }

  /** Several threads write on each connection, delegated tasks run on other threads, some close. */
  @Test
  void correctUseHasNoFinding() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      AtomicLong echoed = new AtomicLong();
      Channel server = serve(context);
      Threads threads = new Threads();
      AtomicInteger next = new AtomicInteger();
      for (int i = 0; i < 3; i++) {
        threads.start(
            "application-" + i,
            () -> {
              while (next.incrementAndGet() <= CONNECTIONS) {
                talk(connect(context, server, echoed), echoed);
              }
            });
      }
      threads.join();
      server.close().sync();

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isEqualTo(2 * CONNECTIONS);
      assertThat(echoed.get()).isGreaterThanOrEqualTo((long) CONNECTIONS * MESSAGES * MESSAGE);
    }
  }

  /** A handler that seals by itself, on its own thread, beside Netty's. */
  @Test
  void aHandlerThatSealsByItselfIsFound() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      AtomicLong echoed = new AtomicLong();
      Channel server = serve(context);
      Channel client = connect(context, server, echoed);
      SSLEngine engine = client.pipeline().get(SslHandler.class).engine();
      Threads threads = new Threads();
      threads.start("impatient", () -> sealBesideNetty(probe, engine));
      threads.until(
          "two threads in wrap",
          () -> {
            for (int i = 0; i < 20; i++) {
              client.writeAndFlush(Unpooled.buffer(64).writeZero(64));
            }
            return !probe.findings().isEmpty();
          });
      threads.join();
      client.close().sync();
      server.close().sync();

      assertThat(probe)
          .failsWith(CONCURRENT_ENTRY)
          .onThread("impatient")
          .isIn("NettyTest.sealBesideNetty");
      assertThat(probe.explanation()).contains("SslHandler.wrap", "What is wrong: two operations");
    }
  }

  /** Has no room for a record, so it seals none and the connection survives. */
  private static void sealBesideNetty(Probe probe, SSLEngine engine) throws Exception {
    ByteBuffer tooSmall = ByteBuffer.allocate(1);
    while (probe.findings().isEmpty()) {
      for (int i = 0; i < 100; i++) {
        engine.wrap(ByteBuffer.allocate(16), tooSmall);
      }
    }
  }

  private static void talk(Channel client, AtomicLong echoed) throws Exception {
    AtomicInteger sent = new AtomicInteger();
    Threads writers = new Threads();
    for (int i = 0; i < 2; i++) {
      writers.start(
          "writer-" + i,
          () -> {
            while (sent.incrementAndGet() <= MESSAGES) {
              client.writeAndFlush(Unpooled.buffer(MESSAGE).writeZero(MESSAGE)).sync();
            }
          });
    }
    writers.join();
    AtomicLong mine = client.attr(Echoed.KEY).get();
    writers.until("the echo", () -> mine.get() >= (long) MESSAGES * MESSAGE);
    client.close(); // without waiting: the next connection starts meanwhile
  }

  private Channel serve(SSLContext context) throws InterruptedException {
    return new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                SSLEngine engine = context.createSSLEngine();
                engine.setUseClientMode(false);
                channel.pipeline().addLast(handler(engine), new Echo());
              }
            })
        .bind(InetAddress.getLoopbackAddress(), 0)
        .sync()
        .channel();
  }

  private Channel connect(SSLContext context, Channel server, AtomicLong echoed)
      throws InterruptedException {
    SSLEngine engine = context.createSSLEngine("localhost", 443);
    engine.setUseClientMode(true);
    SslHandler handler = handler(engine);
    Channel client =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(handler, new Echoed(echoed));
                  }
                })
            .connect(server.localAddress())
            .sync()
            .channel();
    handler.handshakeFuture().sync();
    return client;
  }

  /** Netty's own limit for a handshake is ten seconds, which is too short on a busy machine. */
  private SslHandler handler(SSLEngine engine) {
    SslHandler handler = new SslHandler(engine, tasks);
    handler.setHandshakeTimeout(Threads.DEADLINE_SECONDS, TimeUnit.SECONDS);
    return handler;
  }

  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.writeAndFlush(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  private static final class Echoed extends ChannelInboundHandlerAdapter {
    static final AttributeKey<AtomicLong> KEY = AttributeKey.valueOf("echoed");

    private final AtomicLong all;

    Echoed(AtomicLong all) {
      this.all = all;
    }

    @Override
    public void channelRegistered(ChannelHandlerContext context) {
      context.channel().attr(KEY).set(new AtomicLong());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf data = (ByteBuf) message;
      all.addAndGet(data.readableBytes());
      context.channel().attr(KEY).get().addAndGet(data.readableBytes());
      data.release();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}

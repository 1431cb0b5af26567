package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.body.LockjawExplorer;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Token;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Netty as it is, over a network in memory: the schedule without a preemption. */
class ExploredNettyTest {
  private static CellResult byDefault(LockjawExplorer.Body body) throws Exception {
    CellId cell = CellId.ofTest("echo", ExploredNettyTest.class.getSimpleName());
    String token = new Token(true, cell, Schedule.DEFAULT).text();
    CellResult result = LockjawExplorer.named("echo").weave("io.netty..").replay(token, body);
    assertThat(result.ending().is(EndingKind.COMPLETE)).isTrue();
    return result;
  }

  /** A handler that calls back. */
  private static ChannelInboundHandlerAdapter on(BiConsumer<ChannelHandlerContext, Object> read) {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        read.accept(context, message);
      }
    };
  }

  private static void echoOfNetty() throws Exception {
    EventLoopGroup group = new NioEventLoopGroup(1);
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(on(ChannelHandlerContext::writeAndFlush))
            .bind("localhost", 0)
            .sync()
            .channel();
    CompletableFuture<String> answer = new CompletableFuture<>();
    Channel client =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                on(
                    (context, message) -> {
                      ByteBuf bytes = (ByteBuf) message;
                      answer.complete(bytes.toString(StandardCharsets.UTF_8));
                      bytes.release();
                    }))
            .connect(server.localAddress())
            .sync()
            .channel();
    client.writeAndFlush(Unpooled.copiedBuffer("hello", StandardCharsets.UTF_8));
    assertThat(answer.get()).isEqualTo("hello");
    client.close().sync();
    server.close().sync();
    group.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
  }

  @Test
  void echoes() throws Exception {
    assertThat(byDefault(with -> echoOfNetty())).hasNoFindings();
  }
}

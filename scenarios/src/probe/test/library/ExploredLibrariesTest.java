package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.body.Explored;
import dev.lockjaw.body.LockjawExplorer;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.FindingKind;
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
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;

/** Whole libraries, unmodified, over a network in memory: the schedule without a preemption. */
class ExploredLibrariesTest {
  private static CellResult byDefault(String weave, LockjawExplorer.Body body) throws Exception {
    CellId cell = CellId.ofTest("echo", ExploredLibrariesTest.class.getSimpleName());
    String token = new Token(true, cell, Schedule.DEFAULT).text();
    CellResult result = LockjawExplorer.named("echo").weave(weave).replay(token, body);
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
  void netty() throws Exception {
    assertThat(byDefault("io.netty..", with -> echoOfNetty())).hasNoFindings();
  }

  /** Sends back what it receives. */
  private static final class EchoServer extends WebSocketServer {
    final CountDownLatch started = new CountDownLatch(1);

    EchoServer(Explored with) {
      super(new InetSocketAddress("localhost", 8887), 1);
      setWebSocketFactory(new DefaultSSLWebSocketServerFactory(with.tls()));
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onMessage(WebSocket from, String message) {
      from.send(message);
    }

    @Override
    public void onOpen(WebSocket to, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket to, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket to, Exception failed) {}
  }

  private static final class EchoClient extends WebSocketClient {
    final CompletableFuture<String> answer = new CompletableFuture<>();

    EchoClient(int port, Explored with) {
      super(URI.create("wss://localhost:" + port));
      setSocketFactory(with.tls().getSocketFactory());
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      send("hello");
    }

    @Override
    public void onMessage(String message) {
      answer.complete(message);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception failed) {}
  }

  private static void echoOfWebSocket(Explored with) throws Exception {
    EchoServer server = new EchoServer(with);
    server.start();
    server.started.await();
    EchoClient client = new EchoClient(server.getPort(), with);
    client.connectBlocking();
    assertThat(client.answer.get()).isEqualTo("hello");
    client.closeBlocking();
    server.stop();
  }

  /** Its unordered fields are data races, and nothing else goes wrong. */
  @Test
  void javaWebSocket() throws Exception {
    CellResult result = byDefault("org.java_websocket..", ExploredLibrariesTest::echoOfWebSocket);
    assertThat(result.findings()).allMatch(finding -> finding.kind() == FindingKind.DATA_RACE);
  }
}

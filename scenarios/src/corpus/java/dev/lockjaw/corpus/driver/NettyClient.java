package dev.lockjaw.corpus.driver;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jboss.netty.bootstrap.ClientBootstrap;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.buffer.ChannelBuffers;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelHandler;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.ChannelState;
import org.jboss.netty.channel.Channels;
import org.jboss.netty.channel.DownstreamChannelStateEvent;
import org.jboss.netty.channel.ExceptionEvent;
import org.jboss.netty.channel.SimpleChannelUpstreamHandler;
import org.jboss.netty.channel.socket.nio.NioClientSocketChannelFactory;
import org.jboss.netty.handler.ssl.SslHandler;

/** One connection of Netty 3's NIO client with its TLS handler; one I/O thread. */
final class NettyClient {
  private final SslHandler tls;
  private final ClientBootstrap bootstrap;

  /**
   * @param below handlers between the TLS handler and the transport
   */
  NettyClient(SSLContext context, ChannelHandler... below) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {"TLSv1.2"}); // Netty 3 predates TLS 1.3
    tls = new SslHandler(engine);
    ExecutorService threads = Daemons.pool();
    bootstrap = new ClientBootstrap(new NioClientSocketChannelFactory(threads, threads, 1, 1));
    List<ChannelHandler> handlers = new ArrayList<>(Arrays.asList(below));
    handlers.add(tls);
    handlers.add(new Silent());
    bootstrap.setPipelineFactory(() -> Channels.pipeline(handlers.toArray(ChannelHandler[]::new)));
  }

  SslHandler tls() {
    return tls;
  }

  Channel connect(int port) throws InterruptedException {
    return bootstrap.connect(new InetSocketAddress(Keys.LOOPBACK, port)).sync().getChannel();
  }

  /** Closes below the TLS handler, as a transport does when its connection breaks. */
  static void breakBelow(ChannelHandlerContext gate) {
    Channel channel = gate.getChannel();
    gate.sendDownstream(
        new DownstreamChannelStateEvent(
            channel, Channels.future(channel), ChannelState.OPEN, Boolean.FALSE));
  }

  /**
   * Waits until the I/O thread, which announces a close, has done its queued tasks and the tasks
   * that those have queued.
   */
  static boolean isThrough(Channel channel, long mostMs) throws InterruptedException {
    return channel.getPipeline().execute(() -> {}).await(mostMs)
        && channel.getPipeline().execute(() -> {}).await(mostMs);
  }

  static ChannelBuffer bytes(int count) {
    return ChannelBuffers.wrappedBuffer(new byte[count]);
  }

  /** Exceptions are expected where connections break. */
  private static final class Silent extends SimpleChannelUpstreamHandler {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, ExceptionEvent event) {
      // ignored
    }
  }
}

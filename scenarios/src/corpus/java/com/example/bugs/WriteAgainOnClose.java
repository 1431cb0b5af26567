package com.example.bugs;

import dev.lockjaw.body.Explored;
import dev.lockjaw.body.LockjawExplorer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLEngine;
import org.jboss.netty.bootstrap.ClientBootstrap;
import org.jboss.netty.buffer.ChannelBuffers;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.Channels;
import org.jboss.netty.channel.ExceptionEvent;
import org.jboss.netty.channel.SimpleChannelUpstreamHandler;
import org.jboss.netty.channel.socket.nio.NioClientSocketChannelFactory;
import org.jboss.netty.handler.ssl.SslHandler;

/** netty-2093: a listener of a write writes again; the channel is closed during the handshake. */
public final class WriteAgainOnClose {
  private WriteAgainOnClose() {}

  /** The body. */
  public static LockjawExplorer.Body body() {
    return WriteAgainOnClose::run;
  }

  private static void run(Explored with) throws Exception {
    ServerSocket silent = new ServerSocket(0);
    SSLEngine engine = with.tls().createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {"TLSv1.2"}); // Netty 3 predates TLS 1.3
    ExecutorService threads = Executors.newCachedThreadPool();
    ClientBootstrap client =
        new ClientBootstrap(new NioClientSocketChannelFactory(threads, threads, 1, 1));
    client.setPipelineFactory(() -> Channels.pipeline(new SslHandler(engine), new Silent()));
    InetSocketAddress address = new InetSocketAddress("localhost", silent.getLocalPort());
    Channel channel = client.connect(address).sync().getChannel();
    CountDownLatch written = new CountDownLatch(1);
    channel
        .write(ChannelBuffers.wrappedBuffer(new byte[100]))
        .addListener(
            done -> {
              channel.write(ChannelBuffers.wrappedBuffer(new byte[10]));
              written.countDown();
            });
    channel.close();
    written.await();
  }

  /** Exceptions are expected where connections break. */
  private static final class Silent extends SimpleChannelUpstreamHandler {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, ExceptionEvent event) {
      // ignored
    }
  }
}

package com.example.thirdparty;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Executor;

/** Netty's SslHandler. A channel does everything on its event loop. */
interface NettyAdapter extends OnALoop {
  @Override
  default UserSession open(Opening with) {
    Executor loop = with.executor(with.name() + "-loop");
    ChannelDuplexHandler transport =
        new ChannelDuplexHandler() {
          @Override
          public void write(ChannelHandlerContext context, Object data, ChannelPromise sent)
              throws Exception {
            with.wire().write(((ByteBuf) data).nioBuffer());
            sent.setSuccess();
          }
        };
    ChannelDuplexHandler application =
        new ChannelDuplexHandler() {
          @Override
          public void channelRead(ChannelHandlerContext context, Object data) {
            with.received(((ByteBuf) data).nioBuffer());
          }
        };
    SslHandler ssl = new SslHandler(with.engine());
    EmbeddedChannel channel = new EmbeddedChannel(transport, ssl, application);
    UserSession.Action read = () -> channel.writeInbound(Unpooled.wrappedBuffer(with.read()));
    return UserSession.of(
        () -> {
          while (!ssl.handshakeFuture().isDone()) {
            read.run();
          }
        },
        data -> loop.execute(() -> channel.writeAndFlush(Unpooled.wrappedBuffer(data))),
        () -> with.call(loop, read),
        () -> loop.execute(channel::close));
  }
}

package com.example.thirdparty;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.handler.demux.DemuxingIoHandler;

/** MINA's SslFilter. Any thread writes; the I/O processor's thread reads and closes. */
interface MinaAdapter extends OnALoop {
  MinaFilter filter(SSLEngine engine) throws Exception;

  @Override
  default UserSession open(Opening with) throws Exception {
    Executor processor = with.executor(with.name() + "-processor");
    DummySession session = new DummySession();
    session.setRemoteAddress(new InetSocketAddress(with.name(), 443));
    DemuxingIoHandler application = new DemuxingIoHandler();
    application.addReceivedMessageHandler(IoBuffer.class, (s, in) -> with.received(in.buf()));
    session.setHandler(application);
    IoFilterAdapter transport = // never reports a write as sent; after six writes MINA waits
        new IoFilterAdapter() {
          @Override
          public void filterWrite(NextFilter next, IoSession s, WriteRequest out) throws Exception {
            with.wire().write(((IoBuffer) out.getMessage()).buf());
          }
        };
    session.getFilterChain().addLast("transport", transport);
    MinaFilter ssl = filter(with.engine());
    session.getFilterChain().addLast("ssl", ssl);
    UserSession.Action read =
        () -> session.getFilterChain().fireMessageReceived(IoBuffer.wrap(with.read()));
    return UserSession.of(
        () -> {
          while (!ssl.hasShakenHands(session)) {
            read.run();
          }
        },
        data -> session.write(IoBuffer.wrap(data)),
        () -> with.call(processor, read),
        () ->
            with.call(
                processor,
                () -> {
                  session.closeNow();
                  with.wire().close();
                }));
  }
}

package com.example.thirdparty;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.adapter.MisfitException;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.adapter.UserSession;
import java.nio.ByteBuffer;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import tlschannel.ClientTlsChannel;
import tlschannel.TlsChannel;

/** The channels of tls-channel. Any thread may use them; they block in the wire. */
interface TlsChannelAdapter extends SessionAdapter {
  @Override
  default UserSession open(Opening with) {
    SSLEngine engine = with.engine();
    if (!engine.getUseClientMode()) {
      throw new MisfitException("tls-channel's client accepts only an engine in client mode");
    }
    TlsChannel channel = ClientTlsChannel.newBuilder(with.wire(), engine).build();
    return UserSession.of(
        channel::handshake,
        data -> channel.write(ByteBuffer.wrap(data)),
        () -> {
          ByteBuffer plain = ByteBuffer.allocate(20_000);
          if (channel.read(plain) > 0) {
            with.received(plain.flip());
          }
        },
        channel::close);
  }

  @Override
  default boolean shakesHands() {
    return true;
  }

  @Override
  default Set<Hook> hooks() {
    return Set.of(Hook.HANDSHAKE);
  }
}

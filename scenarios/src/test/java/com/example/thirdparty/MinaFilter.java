package com.example.thirdparty;

import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Phaser;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;

/** MINA's SslFilter over an existing engine. */
final class MinaFilter extends SslFilter {
  private static final int THREADS = 2;

  private final SSLEngine engine;

  MinaFilter(SSLEngine engine) throws NoSuchAlgorithmException {
    super(SSLContext.getDefault());
    this.engine = engine;
  }

  @Override
  protected SSLEngine createEngine(IoSession session, InetSocketAddress address) {
    return engine;
  }

  /**
   * Whether the handshake is over and both threads of the filter have finished their part of it.
   */
  boolean hasShakenHands(IoSession session) {
    if (!session.containsAttribute(SSL_SECURED)) {
      return false;
    }
    synchronized (MinaFilter.class) {
      Phaser all = new Phaser(THREADS + 1);
      for (int i = 0; i < THREADS; i++) {
        EXECUTOR.execute(all::arriveAndAwaitAdvance); // runs after all earlier tasks
      }
      all.arriveAndAwaitAdvance();
    }
    return true;
  }
}

package com.example.bugs;

import dev.lockjaw.body.Explored;
import dev.lockjaw.body.LockjawExplorer;
import java.nio.ByteBuffer;
import java.security.Provider;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** bc-java-1344: one thread invalidates a session, another asks its context for its ids. */
public final class InvalidateBesideGetIds {
  private static final int MOST_STEPS = 200;
  private static final int ROOM = 40_000;

  private InvalidateBesideGetIds() {}

  /** The body. */
  public static LockjawExplorer.Body body() {
    return InvalidateBesideGetIds::run;
  }

  private static void run(Explored with) throws Exception {
    Provider crypto = provider("org.bouncycastle.jce.provider.BouncyCastleProvider");
    Class<?> jsse = Class.forName("org.bouncycastle.jsse.provider.BouncyCastleJsseProvider");
    SSLContext tls =
        with.tls((Provider) jsse.getDeclaredConstructor(Provider.class).newInstance(crypto));
    SSLEngine client = engine(tls.createSSLEngine("localhost", 443), true);
    SSLEngine server = engine(tls.createSSLEngine(), false);
    ByteBuffer toServer = ByteBuffer.allocate(ROOM);
    ByteBuffer toClient = ByteBuffer.allocate(ROOM);
    for (int i = 0; i < MOST_STEPS && (shakesHands(client) || shakesHands(server)); i++) {
      step(client, toClient, toServer);
      step(server, toServer, toClient);
    }

    Thread other = new Thread(client.getSession()::invalidate, "invalidates");
    other.start();
    tls.getClientSessionContext().getIds();
    other.join();
  }

  private static Provider provider(String name) throws ReflectiveOperationException {
    return (Provider) Class.forName(name).getDeclaredConstructor().newInstance();
  }

  private static SSLEngine engine(SSLEngine engine, boolean client) throws SSLException {
    engine.setUseClientMode(client);
    engine.setEnabledProtocols(new String[] {"TLSv1.2"});
    engine.beginHandshake();
    return engine;
  }

  private static boolean shakesHands(SSLEngine engine) {
    return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
  }

  private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> engine.getDelegatedTask().run();
      case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
      case NEED_UNWRAP -> {
        in.flip();
        engine.unwrap(in, ByteBuffer.allocate(ROOM));
        in.compact();
      }
      default -> {}
    }
  }
}

package dev.lockjaw.corpus.driver;

import java.nio.ByteBuffer;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * One thread invalidates sessions while another repeatedly asks their context for their ids. The
 * newest session is invalidated first: the context visits sessions in order of creation, so a scan
 * can only meet an invalidation ahead of it. Each invalidation runs beside a new scan.
 */
public final class BcJava1344 implements Driver {
  private static final int SESSIONS = 100;
  private static final long MOST_MS = 30_000;
  private static final int BUFFER = 64 * 1024;
  private static final int MOST_ROUNDS = 100;

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    Security.addProvider(provider("org.bouncycastle.jce.provider.BouncyCastleProvider"));
    SSLContext context =
        keys.context(provider("org.bouncycastle.jsse.provider.BouncyCastleJsseProvider"));
    List<SSLSession> sessions = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      sessions.add(established(context, "host" + i));
    }
    Collections.reverse(sessions);
    SSLSessionContext all = context.getClientSessionContext();
    AtomicLong scans = new AtomicLong();
    Thread invalidator =
        Daemons.start(
            "invalidator",
            () -> {
              for (SSLSession session : sessions) {
                awaitNext(scans);
                session.invalidate();
              }
            });
    Thread scanner =
        Daemons.start(
            "scanner",
            () -> {
              while (invalidator.isAlive()) {
                all.getIds();
                scans.incrementAndGet();
              }
            });

    boolean ended =
        Daemons.until(
            MOST_MS,
            () ->
                !invalidator.isAlive() && !scanner.isAlive()
                    || Evidence.deadlocked(invalidator, scanner));
    if (!ended) {
      seen.missed("after " + MOST_MS + " ms the threads were neither done nor deadlocked");
    } else if (!invalidator.isAlive()) {
      seen.fine();
    } else {
      seen.bug(
          "The invalidator holds a session and waits for the context. The scanner holds the context"
              + " and waits for that session.",
          Evidence.of(LockNames.of(), invalidator, scanner));
    }
  }

  /**
   * Waits for the next scan. Otherwise all sessions are invalidated before the scanner wakes up.
   */
  private static void awaitNext(AtomicLong scans) {
    for (long before = scans.get(); scans.get() == before; ) {
      Thread.yield();
    }
  }

  private static Provider provider(String name) throws ReflectiveOperationException {
    return Class.forName(name).asSubclass(Provider.class).getDeclaredConstructor().newInstance();
  }

  private static SSLSession established(SSLContext context, String host) throws SSLException {
    SSLEngine client = context.createSSLEngine(host, 443);
    client.setUseClientMode(true);
    client.setEnabledProtocols(new String[] {"TLSv1.2"});
    SSLEngine server = context.createSSLEngine();
    server.setUseClientMode(false);
    ByteBuffer toServer = ByteBuffer.allocate(BUFFER);
    ByteBuffer toClient = ByteBuffer.allocate(BUFFER);
    client.beginHandshake();
    server.beginHandshake();
    for (int i = 0; i < MOST_ROUNDS && !(isDone(client) && isDone(server)); i++) {
      advance(client, toClient, toServer);
      advance(server, toServer, toClient);
    }
    if (!isDone(client) || !isDone(server)) {
      throw new SSLException("the handshake of " + host + " does not end");
    }
    return client.getSession();
  }

  private static boolean isDone(SSLEngine engine) {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
  }

  /** Advances the handshake until no input is left. */
  private static void advance(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    ByteBuffer plain = ByteBuffer.allocate(BUFFER);
    while (!isDone(engine)) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
        default -> {
          in.flip();
          Status status = engine.unwrap(in, plain).getStatus();
          in.compact();
          if (status != Status.OK) {
            return;
          }
        }
      }
    }
  }
}

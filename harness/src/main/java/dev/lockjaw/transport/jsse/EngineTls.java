package dev.lockjaw.transport.jsse;

import dev.lockjaw.transport.Certificates;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Sessions on the {@link SSLEngine} of a provider. Both ends share one {@link SSLContext} and its
 * session caches. Every pair but the first is therefore resumed, if the protocol and the provider
 * can: in TLS 1.3 only once the client has read a ticket.
 */
public final class EngineTls implements Tls {
  /**
   * The number of sessions that each cache keeps. Every handshake adds one. At JSSE's default of
   * 20,480, long runs stalled for seconds.
   */
  private static final int CACHED_SESSIONS = 64;

  private final ContextMaker contexts;
  private final SSLContext context;
  private final Protocol protocol;
  private final Consumer<SSLEngine> prepare;
  private final Consumer<SSLEngine> release;

  /** For engines that hold only heap memory. */
  public EngineTls(Provider provider, Protocol protocol) throws IOException {
    this(provider, protocol, engine -> {}, engine -> {});
  }

  /**
   * @param prepare is called with every new engine
   * @param release frees what an engine holds outside the Java heap; may be called repeatedly
   * @throws IOException if the provider refuses
   */
  public EngineTls(
      Provider provider,
      Protocol protocol,
      Consumer<SSLEngine> prepare,
      Consumer<SSLEngine> release)
      throws IOException {
    this.protocol = protocol;
    this.prepare = prepare;
    this.release = release;
    try {
      contexts = new ContextMaker(provider, Certificates.keyStore());
      context = contexts.make(protocolName());
    } catch (GeneralSecurityException e) {
      throw new IOException(provider.getName() + " refuses " + protocol.id(), e);
    }
    context.getServerSessionContext().setSessionCacheSize(CACHED_SESSIONS);
    context.getClientSessionContext().setSessionCacheSize(CACHED_SESSIONS);
  }

  /** One that knows no session to resume. */
  private SSLContext freshContext() {
    try {
      return contexts.make(protocolName());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // there is one like it
    }
  }

  @Override
  public Endpoint client(Io io) throws IOException {
    // host and port are the key of the client's session cache
    return endpoint(io, () -> context, context.createSSLEngine("localhost", 443), true);
  }

  @Override
  public Endpoint freshClient(Io io) throws IOException {
    return endpoint(io, this::freshContext, context.createSSLEngine(), true);
  }

  @Override
  public Endpoint server(Io io) throws IOException {
    return endpoint(io, () -> context, context.createSSLEngine(), false);
  }

  private Endpoint endpoint(Io io, Supplier<SSLContext> others, SSLEngine engine, boolean client)
      throws IOException {
    prepare.accept(engine);
    engine.setUseClientMode(client);
    try {
      engine.setEnabledProtocols(new String[] {protocolName()});
      engine.setEnabledCipherSuites(suites());
    } catch (IllegalArgumentException e) {
      throw new IOException(context.getProvider().getName() + " lacks " + protocol.id(), e);
    }
    return new EngineEndpoint(io, others, engine, protocol, release);
  }

  private String protocolName() {
    return switch (protocol) {
      case TLS_1_2 -> "TLSv1.2";
      case TLS_1_3 -> "TLSv1.3";
    };
  }

  /** Even in TLS 1.3, Conscrypt's server looks up its certificate by the suites of TLS 1.2. */
  private String[] suites() {
    String before13 = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    return switch (protocol) {
      case TLS_1_2 -> new String[] {before13};
      case TLS_1_3 -> new String[] {"TLS_AES_128_GCM_SHA256", before13};
    };
  }
}

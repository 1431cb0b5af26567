package dev.lockjaw.probe;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Delegates to another context, and probes the engines and sockets that it makes. */
final class ProbedContextSpi extends SSLContextSpi {
  private final Probe probe;
  private final SSLContext real;

  ProbedContextSpi(Probe probe, SSLContext real) {
    this.probe = probe;
    this.real = real;
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
      throws KeyManagementException {
    real.init(keys, trust, random);
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    return new ProbedSocketFactory(real.getSocketFactory(), probe);
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    return new ProbedServerSocketFactory(real.getServerSocketFactory(), probe);
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return probe.engine(real.createSSLEngine());
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return probe.engine(real.createSSLEngine(host, port));
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return real.getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return real.getClientSessionContext();
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return real.getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return real.getSupportedSSLParameters();
  }
}

package dev.lockjaw.probe;

import javax.net.ssl.SSLContext;

/** A context over another one, with probed engines and sockets. */
final class ProbedContext extends SSLContext {
  ProbedContext(Probe probe, SSLContext real) {
    super(new ProbedContextSpi(probe, real), real.getProvider(), real.getProtocol());
  }
}

package dev.lockjaw.probe;

import javax.net.ssl.SSLContext;

/** A context made before; for the rest it is as that one says. */
final class ProbedContext extends SSLContext {
  ProbedContext(Probe probe, SSLContext real) {
    super(new ProbedContextSpi(probe, real), real.getProvider(), real.getProtocol());
  }
}

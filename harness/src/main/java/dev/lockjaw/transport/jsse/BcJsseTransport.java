package dev.lockjaw.transport.jsse;

import com.google.auto.service.AutoService;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/** Bouncy Castle's TLS through its {@link javax.net.ssl.SSLEngine}. Lockjaw depends on it. */
@AutoService(Transport.class)
public final class BcJsseTransport implements Transport {
  /** Logs every handshake. Held here, because a collected logger loses its level. */
  private static final Logger LOG = Logger.getLogger("org.bouncycastle.jsse");

  @Override
  public String id() {
    return "bcjsse";
  }

  @Override
  public String description() {
    return "SSLEngine of Bouncy Castle " + new BouncyCastleProvider().getVersionStr();
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.DUPLEX;
  }

  @Override
  public String contractSource() {
    return "javadoc of javax.net.ssl.SSLEngine, Concurrency Notes; source of bctls 1.84,"
        + " org.bouncycastle.jsse.provider.ProvSSLEngine: every method is synchronized, so the"
        + " engine itself runs one call at a time";
  }

  /** {@inheritDoc} Bouncy Castle's {@code beginHandshake()} refuses a second call. */
  @Override
  public boolean updatesKeys() {
    return false;
  }

  @Override
  public boolean byDefault() {
    return false;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    if (LOG.getLevel() == null) {
      LOG.setLevel(Level.SEVERE);
    }
    return new EngineTls(new BouncyCastleJsseProvider(), protocol);
  }
}

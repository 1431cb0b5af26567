package dev.lockjaw.transport.jsse;

import com.google.auto.service.AutoService;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.net.ssl.SSLContext;

/**
 * The JDK's own stack through its {@link javax.net.ssl.SSLEngine}: the first provider of TLS, which
 * is SunJSSE unless the installation was changed.
 */
@AutoService(Transport.class)
public final class JsseTransport implements Transport {
  @Override
  public String id() {
    return "jsse";
  }

  @Override
  public String description() {
    return "SSLEngine of " + provider().getName() + ", Java " + Runtime.version();
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.DUPLEX;
  }

  @Override
  public String contractSource() {
    return "javadoc of javax.net.ssl.SSLEngine, Concurrency Notes: wrap() and unwrap() may execute"
        + " concurrently of each other; two threads must not call the same one concurrently, and"
        + " packets must be delivered in the order they were made";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    return new EngineTls(provider(), protocol);
  }

  private static Provider provider() {
    try {
      return SSLContext.getInstance("TLS").getProvider();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no TLS", e);
    }
  }
}

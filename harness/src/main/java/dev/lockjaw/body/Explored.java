package dev.lockjaw.body;

import java.security.Provider;
import javax.net.ssl.SSLContext;
import org.apiguardian.api.API;

/** What a test body may ask Lockjaw for. Any thread of the body may call it. */
@API(status = API.Status.EXPERIMENTAL)
public interface Explored {
  /**
   * A new context of the JDK's TLS stack, for clients and servers on {@code localhost}. All
   * contexts of a JVM have one self-signed certificate, and trust it. It is made at run time.
   */
  SSLContext tls();

  /**
   * The same of another TLS stack, such as {@code new BouncyCastleJsseProvider(..)}. It need not be
   * installed.
   *
   * @throws IllegalStateException if the provider makes no context
   */
  SSLContext tls(Provider provider);
}

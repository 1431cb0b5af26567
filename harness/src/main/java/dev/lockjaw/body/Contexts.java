package dev.lockjaw.body;

import dev.lockjaw.transport.Certificates;
import dev.lockjaw.transport.jsse.ContextMaker;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.net.ssl.SSLContext;

/** Makes TLS contexts of the JDK and of other providers. */
final class Contexts implements Explored {
  private static final String PROTOCOL = "TLS";

  @Override
  public SSLContext tls() {
    try {
      return tls(SSLContext.getInstance(PROTOCOL).getProvider());
    } catch (NoSuchAlgorithmException refused) {
      throw new IllegalStateException("the JDK makes no TLS context", refused);
    }
  }

  @Override
  public SSLContext tls(Provider provider) {
    try {
      return new ContextMaker(provider, Certificates.keyStoreOfOneLength()).make(PROTOCOL);
    } catch (IOException | GeneralSecurityException refused) {
      throw new IllegalStateException(provider.getName() + " makes no TLS context", refused);
    }
  }
}

package dev.lockjaw.body;

import dev.lockjaw.transport.Certificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS contexts of the JDK and of other providers. */
final class Contexts implements Explored {
  private static final String KEYS = "KeyManagerFactory";

  @Override
  public SSLContext tls() {
    try {
      return ready(SSLContext.getInstance("TLS"));
    } catch (NoSuchAlgorithmException refused) {
      throw new IllegalStateException("the JDK makes no TLS context", refused);
    }
  }

  @Override
  public SSLContext tls(Provider provider) {
    try {
      return ready(SSLContext.getInstance("TLS", provider));
    } catch (NoSuchAlgorithmException refused) {
      throw new IllegalStateException(provider.getName() + " makes no TLS context", refused);
    }
  }

  private static SSLContext ready(SSLContext context) {
    try {
      KeyStore store = Certificates.keyStoreOfOneLength();
      KeyManagerFactory keys = keyManagers(context.getProvider());
      keys.init(store, Certificates.PASSWORD);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      // without one, BCJSSE looks for a SecureRandom that only an installed Bouncy Castle has
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
      return context;
    } catch (IOException | GeneralSecurityException refused) {
      String provider = context.getProvider().getName();
      throw new IllegalStateException(provider + " makes no TLS context", refused);
    }
  }

  /** A provider may accept its own key managers alone, or have none. */
  private static KeyManagerFactory keyManagers(Provider provider) throws NoSuchAlgorithmException {
    return provider.getService(KEYS, "PKIX") == null
        ? KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm())
        : KeyManagerFactory.getInstance("PKIX", provider);
  }
}

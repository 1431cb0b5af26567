package dev.lockjaw.body;

import dev.lockjaw.transport.Certificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS contexts of the JDK. */
final class Contexts implements Explored {
  @Override
  public SSLContext tls() {
    try {
      KeyStore store = Certificates.keyStoreOfOneLength();
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, Certificates.PASSWORD);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException refused) {
      throw new IllegalStateException("the JDK makes no TLS context", refused);
    }
  }
}

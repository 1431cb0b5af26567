package dev.lockjaw.transport.jsse;

import dev.lockjaw.transport.Certificates;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes contexts of a provider that have one certificate and trust it. Any thread. */
public final class ContextMaker {
  private final Provider provider;
  private final KeyManagerFactory keys;
  private final TrustManagerFactory trust;

  /**
   * @param store one of {@link Certificates}
   * @throws GeneralSecurityException if the provider takes no such certificate
   */
  public ContextMaker(Provider provider, KeyStore store) throws GeneralSecurityException {
    this.provider = provider;
    keys = keyManagers(provider);
    keys.init(store, Certificates.PASSWORD);
    trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
  }

  /**
   * A new context, which knows no session to resume.
   *
   * @param protocol such as {@code TLSv1.3}, or {@code TLS} for the provider's choice
   * @throws GeneralSecurityException if the provider lacks it
   */
  public SSLContext make(String protocol) throws GeneralSecurityException {
    SSLContext made = SSLContext.getInstance(protocol, provider);
    // Without one, BCJSSE looks for a SecureRandom that only an installed Bouncy Castle has.
    made.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    return made;
  }

  /** A provider may require its own key managers, or have none. */
  private static KeyManagerFactory keyManagers(Provider provider) throws NoSuchAlgorithmException {
    String platform = KeyManagerFactory.getDefaultAlgorithm();
    for (String algorithm : new String[] {platform, "PKIX"}) {
      if (provider.getService("KeyManagerFactory", algorithm) != null) {
        return KeyManagerFactory.getInstance(algorithm, provider);
      }
    }
    return KeyManagerFactory.getInstance(platform);
  }
}

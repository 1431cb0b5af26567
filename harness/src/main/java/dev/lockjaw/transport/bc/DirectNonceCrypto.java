package dev.lockjaw.transport.bc;

import java.security.SecureRandom;
import org.bouncycastle.jcajce.util.JcaJceHelper;
import org.bouncycastle.tls.crypto.TlsNonceGenerator;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/**
 * The JDK's cryptography, with nonces directly from the JDK's random numbers. Bouncy Castle seeds a
 * generator on SHA-512 for each end of each session, which is an eighth of its handshake with a
 * pre-shared key.
 */
class DirectNonceCrypto extends JcaTlsCrypto {
  private final SecureRandom nonces;

  DirectNonceCrypto(JcaTlsCryptoProvider provider, SecureRandom random) {
    this(provider.getHelper(), provider.getAltHelper(), random);
  }

  private DirectNonceCrypto(JcaJceHelper helper, JcaJceHelper altHelper, SecureRandom random) {
    super(helper, altHelper, random, random);
    this.nonces = random;
  }

  @Override
  public TlsNonceGenerator createNonceGenerator(byte[] additionalSeedMaterial) {
    return size -> {
      byte[] nonce = new byte[size];
      nonces.nextBytes(nonce);
      return nonce;
    };
  }
}

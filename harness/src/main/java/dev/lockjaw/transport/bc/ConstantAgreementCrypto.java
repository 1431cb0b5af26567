package dev.lockjaw.transport.bc;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.crypto.TlsAgreement;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsECDomain;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/**
 * The JDK's cryptography with a Diffie-Hellman exchange whose public values and result are
 * constant. <b>For tests only</b>: only the pre-shared key is secret.
 *
 * <p>Bouncy Castle lacks {@code psk_ke}, TLS 1.3's key exchange without Diffie-Hellman, and the
 * elliptic curve is most of the cost of its handshake. Key schedule, records and state machine,
 * which a lock guards, are unchanged.
 */
final class ConstantAgreementCrypto extends DirectNonceCrypto {
  private final byte[] publicValue;

  ConstantAgreementCrypto(JcaTlsCryptoProvider provider, SecureRandom random) throws IOException {
    super(provider, random);
    TlsECConfig curve = new TlsECConfig(NamedGroup.secp256r1);
    publicValue = super.createECDomain(curve).createECDH().generateEphemeral();
  }

  @Override
  public TlsECDomain createECDomain(TlsECConfig config) {
    return Agreement::new;
  }

  private final class Agreement implements TlsAgreement {
    @Override
    public byte[] generateEphemeral() {
      return publicValue.clone();
    }

    @Override
    public void receivePeerValue(byte[] peerValue) {
      // the same as ours
    }

    @Override
    public TlsSecret calculateSecret() {
      return createSecret(new byte[32]);
    }
  }
}

package dev.lockjaw.transport.bc;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/**
 * Bouncy Castle's sessions with a pre-shared key, on the JDK's cryptography, because Bouncy
 * Castle's own is 30 times slower on long records. In TLS 1.3 the Diffie-Hellman part of the key
 * exchange is constant, see {@link ConstantAgreementCrypto}.
 */
final class BouncyCastleTls implements Tls {
  private final Protocol protocol;
  private final PreSharedKey key;

  BouncyCastleTls(Protocol protocol) throws IOException {
    this.protocol = protocol;
    SecureRandom random = new SecureRandom();
    JcaTlsCryptoProvider provider = new JcaTlsCryptoProvider();
    TlsCrypto crypto =
        switch (protocol) {
          case TLS_1_2 -> new DirectNonceCrypto(provider, random);
          case TLS_1_3 -> new ConstantAgreementCrypto(provider, random);
        };
    key = PreSharedKey.random(crypto, protocol);
  }

  @Override
  public Endpoint client(Io io) {
    return new BouncyCastleEndpoint(io, new BouncyCastleClient(new PskClient(key)), protocol);
  }

  @Override
  public Endpoint server(Io io) {
    return new BouncyCastleEndpoint(io, new BouncyCastleServer(new PskServer(key)), protocol);
  }
}

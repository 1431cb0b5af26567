package dev.lockjaw.transport.bc;

import dev.lockjaw.transport.Protocol;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.tls.BasicTlsPSKExternal;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PRFAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKExternal;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.crypto.TlsCrypto;

/**
 * What both ends of Bouncy Castle's sessions share in advance: a random key, the version and the
 * cipher suite. Immutable; any thread.
 */
record PreSharedKey(TlsCrypto crypto, Protocol protocol, byte[] bytes)
    implements TlsPSKIdentityManager {

  static PreSharedKey random(TlsCrypto crypto, Protocol protocol) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new PreSharedKey(crypto, protocol, bytes);
  }

  static byte[] identity() {
    return "lockjaw".getBytes(StandardCharsets.US_ASCII);
  }

  /** A copy, because the stack wipes the array that it gets. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public byte[] getHint() {
    return null;
  }

  @Override
  public byte[] getPSK(byte[] identity) {
    return bytes();
  }

  TlsPSKExternal external() {
    return new BasicTlsPSKExternal(
        identity(), crypto.createSecret(bytes()), PRFAlgorithm.tls13_hkdf_sha256);
  }

  ProtocolVersion[] versions() {
    return switch (protocol) {
      case TLS_1_2 -> ProtocolVersion.TLSv12.only();
      case TLS_1_3 -> ProtocolVersion.TLSv13.only();
    };
  }

  int[] suites() {
    return switch (protocol) {
      case TLS_1_2 -> new int[] {CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256};
      case TLS_1_3 -> new int[] {CipherSuite.TLS_AES_128_GCM_SHA256};
    };
  }
}

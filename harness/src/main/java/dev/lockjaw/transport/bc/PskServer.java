package dev.lockjaw.transport.bc;

import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.util.Vector;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.PSKTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsPSKExternal;

/** A server with the pre-shared key and no certificate. */
final class PskServer extends PSKTlsServer {
  private final PreSharedKey key;

  PskServer(PreSharedKey key) {
    super(key.crypto(), key);
    this.key = key;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return key.versions();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return key.suites();
  }

  @Override
  public int[] getSupportedGroups() {
    return new int[] {NamedGroup.secp256r1};
  }

  @Override
  @SuppressWarnings("rawtypes") // the parameter of the method that is overridden
  public TlsPSKExternal getExternalPSK(Vector identities) {
    return key.protocol() == Protocol.TLS_1_3 ? key.external() : null;
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    // The base class knows the key exchanges of TLS 1.2 only.
    return key.protocol() == Protocol.TLS_1_3 ? null : super.getCredentials();
  }
}

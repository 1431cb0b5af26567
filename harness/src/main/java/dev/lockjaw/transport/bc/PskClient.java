package dev.lockjaw.transport.bc;

import dev.lockjaw.transport.Protocol;
import java.util.Vector;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKExternal;

/** A client with the pre-shared key: by cipher suite in TLS 1.2, as an external key in 1.3. */
final class PskClient extends PSKTlsClient {
  private final PreSharedKey key;

  PskClient(PreSharedKey key) {
    super(key.crypto(), PreSharedKey.identity(), key.bytes());
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
  @SuppressWarnings("rawtypes") // the parameter of the method that is overridden
  protected Vector<Integer> getSupportedGroups(Vector namedGroupRoles) {
    return vectorOf(NamedGroup.secp256r1);
  }

  @Override
  public Vector<TlsPSKExternal> getExternalPSKs() {
    return key.protocol() == Protocol.TLS_1_3 ? vectorOf(key.external()) : null;
  }

  private static <T> Vector<T> vectorOf(T element) {
    Vector<T> vector = new Vector<>(1);
    vector.add(element);
    return vector;
  }
}

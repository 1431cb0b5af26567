package library;

import dev.lockjaw.transport.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Contexts for both ends, with a certificate for localhost that is made when the tests run. */
final class Contexts {
  private Contexts() {}

  /** A context of the JDK's own, not probed. */
  static SSLContext real() throws IOException, GeneralSecurityException {
    return initialised(SSLContext.getInstance("TLS"));
  }

  /** A context whose clients call back when they decide whether to trust a server. */
  static SSLContext calling(Threads.Body callback) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), new TrustManager[] {new Calling(callback)}, null);
    return context;
  }

  static SSLContext initialised(SSLContext context) throws IOException, GeneralSecurityException {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(Certificates.keyStore());
    context.init(keys(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyManager[] keys() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(Certificates.keyStore(), Certificates.PASSWORD);
    return keys.getKeyManagers();
  }

  /** Trusts every certificate: both ends are in this JVM. */
  private static final class Calling extends X509ExtendedTrustManager {
    private final Threads.Body callback;

    Calling(Threads.Body callback) {
      this.callback = callback;
    }

    private void call() {
      try {
        callback.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      call();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      call();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      call();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

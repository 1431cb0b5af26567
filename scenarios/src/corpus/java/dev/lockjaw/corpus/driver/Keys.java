package dev.lockjaw.corpus.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The key that the parent made, for both ends of the connections in this JVM. */
public final class Keys {
  /** The address of all ends. */
  static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Path file;
  private final char[] password;

  Keys(Path file, char[] password) {
    this.file = file;
    this.password = password;
  }

  /** A context of the JDK's own TLS. */
  SSLContext context() throws IOException, GeneralSecurityException {
    return initialised(SSLContext.getInstance("TLS"), KeyManagerFactory.getInstance("PKIX"));
  }

  SSLContext context(Provider provider) throws IOException, GeneralSecurityException {
    return initialised(
        SSLContext.getInstance("TLS", provider), KeyManagerFactory.getInstance("PKIX", provider));
  }

  private SSLContext initialised(SSLContext context, KeyManagerFactory managers)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    managers.init(store, password);
    context.init(managers.getKeyManagers(), new TrustManager[] {new TrustsAll()}, null);
    return context;
  }

  /** Trusts every certificate, since both ends are in this JVM. */
  private static final class TrustsAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

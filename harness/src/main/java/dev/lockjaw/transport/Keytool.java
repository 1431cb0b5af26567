package dev.lockjaw.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Makes certificates where the class path of a test has another Bouncy Castle than Lockjaw's: by
 * the JDK's {@code keytool}, in a folder that only the user can read, and that is then removed.
 */
final class Keytool {
  private static final String PASSWORD = "nonenone"; // it takes no shorter one

  private Keytool() {}

  /** A self-signed RSA certificate and its key. */
  record Signed(KeyPair keys, X509Certificate certificate) {}

  static Signed rsa(String host) throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("lockjaw-keys");
    Path file = folder.resolve("keys");
    try {
      run(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-storetype",
              "JKS",
              "-keystore",
              file.toString(),
              "-alias",
              host,
              "-dname",
              "CN=" + host,
              "-keyalg",
              "RSA",
              "-keysize",
              "2048",
              "-sigalg",
              "SHA256withRSA",
              "-startdate",
              "-1d",
              "-validity",
              "30",
              "-storepass",
              PASSWORD,
              "-keypass",
              PASSWORD));
      KeyStore store = KeyStore.getInstance("JKS");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD.toCharArray());
      }
      PrivateKey key = (PrivateKey) store.getKey(host, PASSWORD.toCharArray());
      X509Certificate certificate = (X509Certificate) store.getCertificate(host);
      return new Signed(new KeyPair(certificate.getPublicKey(), key), certificate);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool makes no certificate: " + output.strip());
      }
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool made a certificate", cut);
    }
  }
}

package dev.lockjaw.transport;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed EC P-256 certificate for localhost and its key. The first use makes them, once a
 * JVM. They are never stored. Any thread.
 */
public final class Certificates {
  /** Key stores require a password, even though this one never leaves the JVM. */
  public static final char[] PASSWORD = "none".toCharArray();

  private static final String ALIAS = "localhost";

  private Certificates() {}

  /** A fresh key store with the key and its certificate, which is also a trust anchor. */
  public static KeyStore keyStore() throws IOException, GeneralSecurityException {
    return store(Made.KEYS, Made.CERTIFICATE);
  }

  private static KeyStore store(KeyPair keys, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("JKS"); // PKCS #12 takes 10,000 rounds of a hash
    store.load(null, null);
    Certificate[] chain = {certificate};
    store.setKeyEntry(ALIAS, keys.getPrivate(), PASSWORD, chain);
    store.setCertificateEntry("anchor", certificate);
    return store;
  }

  /**
   * As {@link #keyStore}, with an RSA key. Its signatures all have one length, so that each
   * handshake takes as many bytes as the one before.
   */
  public static KeyStore keyStoreOfOneLength() throws IOException, GeneralSecurityException {
    return store(Rsa.SIGNED.keys(), Rsa.SIGNED.certificate());
  }

  public static X509Certificate certificate() {
    return Made.CERTIFICATE;
  }

  /** The certificate in PEM. */
  public static byte[] certificatePem() throws CertificateEncodingException {
    return pem("CERTIFICATE", Made.CERTIFICATE.getEncoded());
  }

  /** The key in PEM, as PKCS #8. */
  public static byte[] privateKeyPem() {
    return pem("PRIVATE KEY", Made.KEYS.getPrivate().getEncoded());
  }

  private static byte[] pem(String what, byte[] encoded) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return ("-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Initialised by the first use. */
  private static final class Made {
    static final KeyPair KEYS;
    static final X509Certificate CERTIFICATE;

    static {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KEYS = generator.generateKeyPair();
        CERTIFICATE = selfSigned(KEYS, "SHA256withECDSA");
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  /** Initialised by the first use, which takes longer. */
  private static final class Rsa {
    static final Keytool.Signed SIGNED;

    static {
      try {
        SIGNED = rsa();
      } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  private static Keytool.Signed rsa()
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    try {
      return new Keytool.Signed(keys, selfSigned(keys, "SHA256withRSA"));
    } catch (LinkageError another) {
      return Keytool.rsa(ALIAS); // the user's Bouncy Castle lacks a class
    }
  }

  private static X509Certificate selfSigned(KeyPair keys, String algorithm)
      throws GeneralSecurityException, OperatorCreationException {
    X500Name name = new X500Name("CN=" + ALIAS);
    // Valid from yesterday, so that a clock set back while the program runs does no harm.
    Instant from = Instant.now().minus(1, ChronoUnit.DAYS);
    Instant to = from.plus(30, ChronoUnit.DAYS);
    X509CertificateHolder holder =
        new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(from), Date.from(to), name, keys.getPublic())
            .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()));
    return new JcaX509CertificateConverter().getCertificate(holder);
  }
}

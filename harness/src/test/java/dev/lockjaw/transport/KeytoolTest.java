package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class KeytoolTest {
  @Test
  void theKeyIsThatOfTheCertificateWhichIsValidNow() throws Exception {
    Keytool.Signed signed = Keytool.rsa("localhost");
    X509Certificate certificate = signed.certificate();
    certificate.checkValidity();
    certificate.verify(signed.keys().getPublic());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(signed.keys().getPrivate());
    byte[] signedBytes = signature.sign();
    signature.initVerify(certificate);
    assertThat(signature.verify(signedBytes)).isTrue();
  }
}

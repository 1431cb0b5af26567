package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.transport.jsse.JsseTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import org.junit.jupiter.api.Test;

/**
 * Resumption makes a fresh pair cheap. TLS 1.2 sends the certificate in the clear, so its absence
 * shows that a session was resumed.
 */
class JsseResumptionTest {
  @Test
  void everyPairButTheFirstIsResumed() throws IOException, CertificateEncodingException {
    Tls tls = new JsseTransport().open(Protocol.TLS_1_2);
    assertThat(sendsCertificate(Pair.established(tls))).isTrue();
    for (int i = 0; i < 200; i++) {
      Pair pair = Pair.established(tls);
      assertThat(sendsCertificate(pair)).as("pair %d", i).isFalse();
      pair.client.free();
      pair.server.free();
    }
  }

  private static boolean sendsCertificate(Pair pair) throws CertificateEncodingException {
    return latin1(pair.serverIo.everSent())
        .contains(latin1(Certificates.certificate().getEncoded()));
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

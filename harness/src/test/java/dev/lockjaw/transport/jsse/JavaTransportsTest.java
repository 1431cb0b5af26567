package dev.lockjaw.transport.jsse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.bc.BouncyCastleTransport;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The transports of Lockjaw are found, and describe themselves. */
class JavaTransportsTest {
  @Test
  void areFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Transport.class))
        .extracting(Transport::id)
        .contains("jsse", "bc", "bcjsse", "conscrypt");
  }

  @Test
  void needNothingInstalled() {
    for (Transport transport :
        new Transport[] {new JsseTransport(), new BouncyCastleTransport(), new BcJsseTransport()}) {
      assertThat(transport.unavailable()).isEmpty();
      assertThat(transport.contract()).isEqualTo(ThreadContract.DUPLEX);
      assertThat(transport.contractSource()).isNotBlank();
      assertThat(transport.survivesMisuse()).isTrue();
    }
    assertThat(new JsseTransport().description()).contains("SSLEngine");
    assertThat(new BouncyCastleTransport().description()).contains("Bouncy Castle 1.");
    assertThat(new BcJsseTransport().description()).contains("SSLEngine of Bouncy Castle 1.");
  }
}

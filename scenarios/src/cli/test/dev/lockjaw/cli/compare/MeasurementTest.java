package dev.lockjaw.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.bc.BouncyCastleTransport;
import dev.lockjaw.transport.jsse.JsseTransport;
import dev.lockjaw.transport.openssl.OpenSslTransport;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final List<Transport> TRANSPORTS =
      List.of(new OpenSslTransport(), new JsseTransport(), new BouncyCastleTransport());

  @Test
  void onlyDuplexStacksHaveAReaderBesideAWriter() {
    assertThat(Measurement.of(TRANSPORTS, false))
        .extracting(Measurement::name)
        .containsExactly(
            "section",
            "section 2 threads",
            "record 64 B jsse",
            "record 64 B bc",
            "record 64 B openssl",
            "record 16 KiB jsse",
            "beside jsse");
  }

  @Test
  void aQuickComparisonTakesOneStackOfEachContract() {
    assertThat(Measurement.of(TRANSPORTS, true))
        .extracting(Measurement::name)
        .containsExactly("section", "record 64 B jsse", "record 64 B openssl", "beside jsse");
  }
}

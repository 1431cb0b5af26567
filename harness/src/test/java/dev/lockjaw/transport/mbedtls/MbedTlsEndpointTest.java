package dev.lockjaw.transport.mbedtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.transport.EndpointContract;
import dev.lockjaw.transport.Leaks;
import dev.lockjaw.transport.NativeEndpointContract;
import dev.lockjaw.transport.Pair;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** mbedTLS's endpoints. */
class MbedTlsEndpointTest {
  @Nested
  class Tls12 extends NativeEndpointContract {
    Tls12() throws IOException {
      super(new MbedTlsTransport(), Protocol.TLS_1_2);
    }

    /** mbedTLS first sends the record that it could not send before. */
    @Test
    void aRecordThatFailedIsSentWithTheNext() throws IOException {
      pair.clientIo.beforeWrite =
          () -> {
            throw new IOException("not now");
          };
      assertThatThrownBy(() -> pair.client.write(text("one"))).hasMessage("not now");
      pair.clientIo.beforeWrite = () -> {};
      pair.client.free();
      assertThat(Pair.receive(pair.server, 3)).asString().isEqualTo("one");
    }
  }

  @Test
  void leaksNothing() throws IOException, InterruptedException {
    Leaks.assertNone(new MbedTlsTransport(), Protocol.TLS_1_2);
  }

  @Test
  void refusesTls13() {
    Transport transport = new MbedTlsTransport();
    EndpointContract.assumeAvailable(transport);
    assertThat(transport.protocols()).containsExactly(Protocol.TLS_1_2);
    assertThatThrownBy(() -> transport.open(Protocol.TLS_1_3))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("mbedTLS 2\\.28\\.\\d+ lacks tls1\\.3");
  }
}

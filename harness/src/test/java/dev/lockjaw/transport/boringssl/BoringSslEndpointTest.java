package dev.lockjaw.transport.boringssl;

import dev.lockjaw.transport.Leaks;
import dev.lockjaw.transport.NativeEndpointContract;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** BoringSSL's endpoints. */
class BoringSslEndpointTest {
  @Nested
  class Tls12 extends NativeEndpointContract {
    Tls12() throws IOException {
      super(new BoringSslTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class Tls13 extends NativeEndpointContract {
    Tls13() throws IOException {
      super(new BoringSslTransport(), Protocol.TLS_1_3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leaksNothing(Protocol protocol) throws IOException, InterruptedException {
    Leaks.assertNone(new BoringSslTransport(), protocol);
  }
}

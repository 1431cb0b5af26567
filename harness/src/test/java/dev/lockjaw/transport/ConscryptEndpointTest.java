package dev.lockjaw.transport;

import dev.lockjaw.transport.conscrypt.ConscryptTransport;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conscrypt's endpoints. */
class ConscryptEndpointTest {
  @Nested
  class Tls12 extends EndpointContract {
    Tls12() throws IOException {
      super(new ConscryptTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class Tls13 extends EndpointContract {
    Tls13() throws IOException {
      super(new ConscryptTransport(), Protocol.TLS_1_3);
    }
  }

  @Nested
  class ThreadsTls12 extends EndpointThreads {
    ThreadsTls12() throws IOException {
      super(new ConscryptTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class ThreadsTls13 extends EndpointThreads {
    ThreadsTls13() throws IOException {
      super(new ConscryptTransport(), Protocol.TLS_1_3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leaksNothing(Protocol protocol) throws IOException, InterruptedException {
    Leaks.assertNone(new ConscryptTransport(), protocol);
  }
}

package dev.lockjaw.transport.jsse;

import dev.lockjaw.transport.EndpointContract;
import dev.lockjaw.transport.EndpointThreads;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/** BCJSSE's endpoints. */
class BcJsseEndpointTest {
  @Nested
  class Tls12 extends EndpointContract {
    Tls12() throws IOException {
      super(new BcJsseTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class Tls13 extends EndpointContract {
    Tls13() throws IOException {
      super(new BcJsseTransport(), Protocol.TLS_1_3);
    }
  }

  @Nested
  class ThreadsTls12 extends EndpointThreads {
    ThreadsTls12() throws IOException {
      super(new BcJsseTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class ThreadsTls13 extends EndpointThreads {
    ThreadsTls13() throws IOException {
      super(new BcJsseTransport(), Protocol.TLS_1_3);
    }
  }
}

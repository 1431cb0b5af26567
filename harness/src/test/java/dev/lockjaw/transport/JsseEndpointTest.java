package dev.lockjaw.transport;

import dev.lockjaw.transport.jsse.JsseTransport;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/** JSSE's endpoints. */
class JsseEndpointTest {
  @Nested
  class Tls12 extends EndpointContract {
    Tls12() throws IOException {
      super(new JsseTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class Tls13 extends EndpointContract {
    Tls13() throws IOException {
      super(new JsseTransport(), Protocol.TLS_1_3);
    }
  }

  @Nested
  class ThreadsTls12 extends EndpointThreads {
    ThreadsTls12() throws IOException {
      super(new JsseTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class ThreadsTls13 extends EndpointThreads {
    ThreadsTls13() throws IOException {
      super(new JsseTransport(), Protocol.TLS_1_3);
    }
  }
}

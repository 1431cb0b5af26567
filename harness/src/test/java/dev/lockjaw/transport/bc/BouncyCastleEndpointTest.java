package dev.lockjaw.transport.bc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.transport.EndpointContract;
import dev.lockjaw.transport.EndpointThreads;
import dev.lockjaw.transport.Pair;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bouncy Castle's endpoints. */
class BouncyCastleEndpointTest {
  private static final int WRITES = 20_000;

  @Nested
  class Tls12 extends EndpointContract {
    Tls12() throws IOException {
      super(new BouncyCastleTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class Tls13 extends EndpointContract {
    Tls13() throws IOException {
      super(new BouncyCastleTransport(), Protocol.TLS_1_3);
    }
  }

  @Nested
  class ThreadsTls12 extends EndpointThreads {
    ThreadsTls12() throws IOException {
      super(new BouncyCastleTransport(), Protocol.TLS_1_2);
    }
  }

  @Nested
  class ThreadsTls13 extends EndpointThreads {
    ThreadsTls13() throws IOException {
      super(new BouncyCastleTransport(), Protocol.TLS_1_3);
    }
  }

  /** If a reader took that output for its own, it would seal a record beside the writer. */
  @Test
  @Timeout(60)
  void aReaderDoesNotOweTheOutputOfAWriter() throws Exception {
    Pair pair = Pair.established(new BouncyCastleTransport().open(Protocol.TLS_1_2));
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> writing =
          writer.submit(
              () -> {
                for (int i = 0; i < WRITES; i++) {
                  pair.client.write(ByteBuffer.allocate(64));
                  Pair.receive(pair.server, 64);
                }
                return null;
              });
      boolean owed = false;
      while (!writing.isDone()) {
        owed |= pair.client.owesOutput();
      }
      writing.get();
      assertThat(owed).isFalse();
    } finally {
      writer.shutdownNow();
    }
  }
}

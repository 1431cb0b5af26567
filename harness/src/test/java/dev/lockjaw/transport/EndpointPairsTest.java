package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Cells;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair serves another run only if it is as its handshake left it. */
class EndpointPairsTest {
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.US_ASCII);

  /** A pair on a connection of its own. */
  private record Laid(EndpointPair pair, Endpoint client, Endpoint server) {
    static Laid on(EndpointPairs pairs) throws IOException {
      MemoryIo io = MemoryIo.connected();
      EndpointPair pair = pairs.take();
      Laid laid = new Laid(pair, pair.client(io), pair.server(io.peer()));
      pair.establish();
      return laid;
    }

    void exchange() throws IOException {
      client.write(ByteBuffer.wrap(MESSAGE));
      assertThat(Pair.receive(server, MESSAGE.length)).isEqualTo(MESSAGE);
      server.write(ByteBuffer.wrap(MESSAGE));
      assertThat(Pair.receive(client, MESSAGE.length)).isEqualTo(MESSAGE);
    }
  }

  private static EndpointPairs kept(String transport, Protocol protocol) throws IOException {
    Transport stack = Cells.transport(transport);
    stack.unavailable().ifPresent(Assumptions::abort);
    return EndpointPairs.of(stack.open(protocol), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc", "bcjsse", "conscrypt", "openssl", "mbedtls"})
  void aDrainedPairServesAgainOnAnotherConnection(String transport) throws IOException {
    try (EndpointPairs pairs = kept(transport, Protocol.TLS_1_2)) {
      Laid first = Laid.on(pairs);
      first.exchange();
      pairs.giveBack(first.pair(), true);
      Laid again = Laid.on(pairs);
      assertThat(again.pair()).isSameAs(first.pair());
      again.exchange();
      pairs.giveBack(again.pair(), true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc", "bcjsse", "conscrypt", "openssl", "mbedtls"})
  void aPairWithAMessageUnderWayDoesNot(String transport) throws IOException {
    try (EndpointPairs pairs = kept(transport, Protocol.TLS_1_2)) {
      Laid laid = Laid.on(pairs);
      laid.server().write(ByteBuffer.wrap(MESSAGE));
      assertNotKept(pairs, laid);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc", "bcjsse", "conscrypt", "openssl", "mbedtls"})
  void aPairWithAFreedEndDoesNot(String transport) throws IOException {
    try (EndpointPairs pairs = kept(transport, Protocol.TLS_1_2)) {
      Laid laid = Laid.on(pairs);
      laid.exchange();
      laid.client().free();
      laid.server().read(ByteBuffer.allocate(MESSAGE.length));
      assertNotKept(pairs, laid);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc", "openssl"})
  void aPairWithNewKeysDoesNot(String transport) throws IOException {
    try (EndpointPairs pairs = kept(transport, Protocol.TLS_1_3)) {
      Laid laid = Laid.on(pairs);
      laid.server().requestKeyUpdate();
      laid.client().read(ByteBuffer.allocate(MESSAGE.length));
      laid.client().write(ByteBuffer.allocate(0));
      laid.server().read(ByteBuffer.allocate(MESSAGE.length));
      laid.exchange();
      assertNotKept(pairs, laid);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc"})
  void aPairOfARunThatDidNotEndWellDoesNot(String transport) throws IOException {
    try (EndpointPairs pairs = kept(transport, Protocol.TLS_1_2)) {
      Laid laid = Laid.on(pairs);
      pairs.giveBack(laid.pair(), false);
      assertThat(pairs.take()).isNotSameAs(laid.pair());
    }
  }

  private static void assertNotKept(EndpointPairs pairs, Laid laid) {
    pairs.giveBack(laid.pair(), true);
    assertThat(pairs.take()).isNotSameAs(laid.pair());
  }
}

package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Two endpoints on a connection in memory. */
public final class Pair {
  /** More turns than any handshake or message needs, so that a test fails and does not hang. */
  private static final int PATIENCE = 100_000;

  public final MemoryIo clientIo = MemoryIo.connected();
  final MemoryIo serverIo = clientIo.peer();
  public final Endpoint client;
  public final Endpoint server;

  Pair(Tls tls) throws IOException {
    client = tls.client(clientIo);
    server = tls.server(serverIo);
  }

  public static Pair established(Tls tls) throws IOException {
    return new Pair(tls).establish();
  }

  Pair establish() throws IOException {
    boolean complete = false;
    for (int turn = 0; turn < PATIENCE && !complete; turn++) {
      // Both ends, because one may still have to read the last flight.
      complete = client.handshake() & server.handshake();
    }
    assertThat(complete).as("handshake complete").isTrue();
    return this;
  }

  /** Reads exactly {@code count} bytes. */
  public static byte[] receive(Endpoint from, int count) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(count);
    for (int turn = 0; turn < PATIENCE && into.hasRemaining(); turn++) {
      assertThat(from.read(into)).as("bytes read").isNotNegative();
    }
    assertThat(into.remaining()).as("bytes missing").isZero();
    return into.array();
  }

  /** Reads exactly {@code count} bytes from a peer that is still writing them. */
  static byte[] receiveUnhurried(Endpoint from, int count) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(count);
    while (into.hasRemaining() && !Thread.currentThread().isInterrupted()) {
      int got = from.read(into);
      assertThat(got).as("bytes read").isNotNegative();
      if (got == 0) {
        Thread.onSpinWait();
      }
    }
    return into.array();
  }

  /** Reads messages without data: tickets, KeyUpdates. */
  static void settle(Endpoint endpoint) throws IOException {
    assertThat(endpoint.read(ByteBuffer.allocate(1 << 15))).isZero();
  }
}

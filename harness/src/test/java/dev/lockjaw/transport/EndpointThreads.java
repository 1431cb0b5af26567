package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link ThreadContract#DUPLEX} with real threads, and what happens if more threads enter. */
@Timeout(60)
public abstract class EndpointThreads {
  private static final int MESSAGES = 500;
  private static final int SIZE = 512;

  private final boolean updatesKeys;
  private final Pair pair;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public EndpointThreads(Transport transport, Protocol protocol) throws IOException {
    EndpointContract.assumeAvailable(transport);
    this.updatesKeys = protocol == Protocol.TLS_1_3 && transport.updatesKeys();
    this.pair = Pair.established(transport.open(protocol));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void readsBesideWrites() throws IOException, InterruptedException, ExecutionException {
    Future<?> clientWrites = threads.submit(() -> writeAll(pair.client, true));
    Future<?> serverWrites = threads.submit(() -> writeAll(pair.server, true));
    Future<byte[]> atClient =
        threads.submit(() -> Pair.receiveUnhurried(pair.client, MESSAGES * SIZE));
    byte[] atServer = Pair.receiveUnhurried(pair.server, MESSAGES * SIZE);
    clientWrites.get();
    serverWrites.get();
    assertThat(atServer).isEqualTo(atClient.get()).containsOnly('m');
  }

  /** The session may throw and may be ruined, but both calls must return. */
  @Test
  void twoWritersBothReturn() throws InterruptedException {
    Future<?> one = threads.submit(() -> writeAll(pair.client, false));
    Future<?> other = threads.submit(() -> writeAll(pair.client, false));
    for (Future<?> writer : new Future<?>[] {one, other}) {
      try {
        writer.get();
      } catch (ExecutionException e) {
        // expected
      }
    }
  }

  @Test
  void aWriterBesideAFreeReturns() throws InterruptedException, IOException {
    Future<?> writer = threads.submit(() -> writeAll(pair.client, false));
    try {
      pair.client.free();
    } catch (RuntimeException e) {
      // expected
    }
    try {
      writer.get();
    } catch (ExecutionException e) {
      // expected
    }
  }

  private Void writeAll(Endpoint to, boolean mayUpdateKeys) throws IOException {
    byte[] message = "m".repeat(SIZE).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < MESSAGES; i++) {
      if (mayUpdateKeys && updatesKeys && i % 50 == 49) {
        to.requestKeyUpdate();
      }
      to.write(ByteBuffer.wrap(message));
    }
    return null;
  }
}

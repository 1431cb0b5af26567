package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link Endpoint}, for each stack and protocol. One thread. */
@Timeout(60)
public abstract class EndpointContract {
  final Transport transport;
  final Protocol protocol;
  final Tls tls;
  public Pair pair;

  public EndpointContract(Transport transport, Protocol protocol) throws IOException {
    assumeAvailable(transport);
    this.transport = transport;
    this.protocol = protocol;
    this.tls = transport.open(protocol);
  }

  public static void assumeAvailable(Transport transport) {
    assumeTrue(
        transport.unavailable().isEmpty(),
        () -> transport.id() + ": " + transport.unavailable().orElseThrow());
  }

  @BeforeEach
  void establish() throws IOException {
    pair = Pair.established(tls);
  }

  @Test
  void handshakeIsCompleteForGood() throws IOException {
    int reads = pair.clientIo.reads;
    assertThat(pair.client.handshake()).isTrue();
    assertThat(pair.clientIo.reads).isEqualTo(reads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 16_384, 102_400})
  void echoes(int size) throws IOException {
    byte[] message = randomBytes(size);
    pair.client.write(ByteBuffer.wrap(message));
    pair.server.write(ByteBuffer.wrap(Pair.receive(pair.server, size)));
    assertThat(Pair.receive(pair.client, size)).isEqualTo(message);
  }

  @Test
  void writesReadOnlyAndDirectBuffers() throws IOException {
    byte[] message = randomBytes(64);
    pair.client.write(ByteBuffer.wrap(message).asReadOnlyBuffer());
    pair.client.write(ByteBuffer.allocateDirect(64).put(message).flip());
    assertThat(Pair.receive(pair.server, 64)).isEqualTo(message);
    assertThat(Pair.receive(pair.server, 64)).isEqualTo(message);
  }

  @Test
  void readReturnsOneRecord() throws IOException {
    pair.server.write(text("a"));
    pair.server.write(text("bc"));
    pair.server.write(text("def"));
    ByteBuffer into = ByteBuffer.allocate(1 << 15);
    assertThat(pair.client.read(into)).isEqualTo(1);
    int reads = pair.clientIo.reads;
    assertThat(pair.client.read(into)).isEqualTo(2);
    assertThat(pair.client.read(into)).isEqualTo(3);
    assertThat(pair.clientIo.reads).as("reads of input while records are left").isEqualTo(reads);
    assertThat(into.flip()).isEqualTo(text("abcdef"));
  }

  @Test
  void readAsksForInputOnce() throws IOException {
    Pair.settle(pair.client);
    int reads = pair.clientIo.reads;
    assertThat(pair.client.read(ByteBuffer.allocate(64))).isZero();
    assertThat(pair.clientIo.reads).isEqualTo(reads + 1);
  }

  @Test
  void readKeepsBytesThatDoNotFit() throws IOException {
    byte[] message = randomBytes(1_000);
    pair.client.write(ByteBuffer.wrap(message));
    ByteBuffer into = ByteBuffer.allocate(1_000).limit(10);
    assertThat(pair.server.read(into)).isEqualTo(10);
    int reads = pair.serverIo.reads;
    assertThat(pair.server.read(into.limit(1_000))).isEqualTo(990);
    assertThat(pair.serverIo.reads).isEqualTo(reads);
    assertThat(into.array()).isEqualTo(message);
  }

  @Test
  void copesWithFragments() throws IOException {
    Pair slow = new Pair(tls);
    slow.clientIo.chunk = 7;
    slow.serverIo.chunk = 7;
    slow.establish();
    byte[] message = randomBytes(16_384);
    slow.client.write(ByteBuffer.wrap(message));
    slow.server.write(ByteBuffer.wrap(Pair.receive(slow.server, message.length)));
    assertThat(Pair.receive(slow.client, message.length)).isEqualTo(message);
  }

  @Test
  void closeNotifyIsTheEnd() throws IOException {
    pair.client.write(text("bye"));
    pair.client.free();
    assertThat(Pair.receive(pair.server, 3)).asString().isEqualTo("bye");
    assertThat(pair.server.read(ByteBuffer.allocate(64))).isEqualTo(-1);
    assertThat(pair.server.read(ByteBuffer.allocate(64))).isEqualTo(-1);
    pair.server.write(ByteBuffer.allocate(0));
    assertThat(pair.server.owesOutput()).isFalse();
  }

  @Test
  void endOfInputIsTheEnd() throws IOException {
    pair.client.write(text("last"));
    pair.serverIo.end();
    assertThat(Pair.receive(pair.server, 4)).asString().isEqualTo("last");
    assertThat(pair.server.read(ByteBuffer.allocate(64))).isEqualTo(-1);
    assertThat(pair.server.read(ByteBuffer.allocate(64))).isEqualTo(-1);
  }

  @Test
  void endOfInputEndsTheHandshake() throws IOException {
    Pair broken = new Pair(tls);
    assertThat(broken.client.handshake()).isFalse();
    broken.clientIo.end();
    assertThatThrownBy(broken.client::handshake).isInstanceOf(EOFException.class);
  }

  @Test
  void garbageFails() throws IOException {
    Pair.settle(pair.client);
    pair.serverIo.write(ByteBuffer.wrap(new byte[] {23, 3, 3, 0, 32}));
    pair.serverIo.write(ByteBuffer.allocate(32));
    assertThatThrownBy(() -> pair.client.read(ByteBuffer.allocate(64)))
        .isInstanceOf(IOException.class);
    assertThatCode(pair.client::free).doesNotThrowAnyException();
  }

  @Test
  void writesInsideRead() throws IOException {
    Pair.settle(pair.client);
    pair.server.write(text("data"));
    pair.clientIo.beforeRead = () -> pair.client.write(text("ping"));
    assertThat(Pair.receive(pair.client, 4)).asString().isEqualTo("data");
    assertThat(Pair.receive(pair.server, 4)).asString().isEqualTo("ping");
  }

  @Test
  void writesInsideReadOfAFragment() throws IOException {
    pair.clientIo.chunk = 7;
    pair.clientIo.beforeRead = () -> pair.client.write(text("ping"));
    byte[] message = randomBytes(5_000);
    pair.server.write(ByteBuffer.wrap(message));
    assertThat(Pair.receive(pair.client, message.length)).isEqualTo(message);
    assertThat(Pair.receive(pair.server, 4 * 500)).asString().isEqualTo("ping".repeat(500));
  }

  @Test
  void errorsPassThroughRead() throws IOException {
    Pair.settle(pair.client);
    pair.server.write(text("data"));
    pair.clientIo.beforeRead = EndpointContract::unwind;
    assertThatThrownBy(() -> pair.client.read(ByteBuffer.allocate(64))).isInstanceOf(Unwound.class);
    pair.clientIo.beforeRead = () -> {};
    assertThat(Pair.receive(pair.client, 4)).asString().isEqualTo("data");
  }

  @Test
  void errorsPassThroughWriteAndFree() {
    pair.clientIo.beforeWrite = EndpointContract::unwind;
    assertThatThrownBy(() -> pair.client.write(text("data"))).isInstanceOf(Unwound.class);
    assertThatThrownBy(pair.client::free).isInstanceOf(Unwound.class);
  }

  @Test
  void errorsPassThroughHandshake() throws IOException {
    Pair fresh = new Pair(tls);
    fresh.clientIo.beforeRead = EndpointContract::unwind;
    assertThatThrownBy(fresh.client::handshake).isInstanceOf(Unwound.class);
    fresh.clientIo.beforeRead = () -> {};
    fresh.establish();
  }

  @Test
  void keyUpdateIsAnsweredByTheNextWrite() throws IOException {
    assumeTrue(protocol == Protocol.TLS_1_3 && transport.updatesKeys());
    Pair.settle(pair.client);
    assertThat(pair.server.owesOutput()).isFalse();
    pair.client.requestKeyUpdate();
    assertThat(pair.client.owesOutput()).isFalse();
    int writes = pair.serverIo.writes;
    Pair.settle(pair.server);
    assertThat(pair.serverIo.writes).as("writes inside read").isEqualTo(writes);
    assertThat(pair.server.owesOutput()).isTrue();
    pair.server.write(ByteBuffer.allocate(0));
    assertThat(pair.serverIo.writes).isEqualTo(writes + 1);
    assertThat(pair.server.owesOutput()).isFalse();
    Pair.settle(pair.client);
    assertThat(pair.client.owesOutput()).as("answer to an answer").isFalse();
    echoes(64);
  }

  @Test
  void keyUpdateIsAnsweredBeforeData() throws IOException {
    assumeTrue(protocol == Protocol.TLS_1_3 && transport.updatesKeys());
    for (Endpoint[] ends :
        new Endpoint[][] {{pair.client, pair.server}, {pair.server, pair.client}}) {
      Pair.settle(ends[0]);
      ends[0].requestKeyUpdate();
      ends[0].write(text("new"));
      assertThat(Pair.receive(ends[1], 3)).asString().isEqualTo("new");
      assertThat(ends[1].owesOutput()).isTrue();
      ends[1].write(text("too"));
      assertThat(ends[1].owesOutput()).isFalse();
      assertThat(Pair.receive(ends[0], 3)).asString().isEqualTo("too");
    }
  }

  @Test
  void keyUpdatesCross() throws IOException {
    assumeTrue(protocol == Protocol.TLS_1_3 && transport.updatesKeys());
    pair.client.requestKeyUpdate();
    pair.server.requestKeyUpdate();
    echoes(64);
    Pair.settle(pair.client);
    Pair.settle(pair.server);
    echoes(64);
  }

  @Test
  void keyUpdateIsRefusedBeforeTls13() {
    assumeTrue(protocol == Protocol.TLS_1_2);
    assertThatThrownBy(pair.client::requestKeyUpdate)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("tls1.2");
  }

  @Test
  void keyUpdateIsRefusedByAStackThatLacksIt() throws IOException {
    assumeTrue(protocol == Protocol.TLS_1_3 && !transport.updatesKeys());
    assertThatThrownBy(pair.client::requestKeyUpdate)
        .isInstanceOf(UnsupportedOperationException.class);
    echoes(64);
  }

  @Test
  void discardSendsNothing() throws IOException {
    int writes = pair.clientIo.writes;
    pair.client.discard();
    pair.client.discard();
    assertThat(pair.clientIo.writes).isEqualTo(writes);
    pair.server.free();
    pair.server.discard();
  }

  @Test
  void aSecondFreeSendsNoSecondCloseNotify() throws IOException {
    assumeTrue(transport.survivesMisuse());
    pair.client.free();
    int writes = pair.clientIo.writes;
    pair.client.free();
    assertThat(pair.clientIo.writes).isEqualTo(writes);
  }

  @Test
  void freeIgnoresAClosedConnection() {
    pair.clientIo.beforeWrite =
        () -> {
          throw new IOException("closed");
        };
    assertThatCode(pair.client::free).doesNotThrowAnyException();
  }

  @Test
  void freesASessionThatNeverBegan() {
    assertThatCode(() -> new Pair(tls).client.free()).doesNotThrowAnyException();
    assertThatCode(() -> new Pair(tls).server.free()).doesNotThrowAnyException();
  }

  @Test
  void freesInMidHandshake() throws IOException {
    Pair half = new Pair(tls);
    half.client.handshake();
    half.server.handshake();
    assertThatCode(half.client::free).doesNotThrowAnyException();
    assertThatCode(half.server::free).doesNotThrowAnyException();
  }

  /** The stack decides what a call after free returns; Lockjaw requires that it returns. */
  @Test
  void nothingHangsAfterFree() throws IOException {
    assumeTrue(transport.survivesMisuse());
    pair.client.free();
    returnsOrThrows(() -> pair.client.read(ByteBuffer.allocate(64)));
    returnsOrThrows(() -> pair.client.write(text("late")));
    returnsOrThrows(() -> pair.client.write(ByteBuffer.allocate(0)));
    returnsOrThrows(pair.client::owesOutput);
    returnsOrThrows(pair.client::requestKeyUpdate);
    returnsOrThrows(pair.client::handshake);
    returnsOrThrows(pair.client::free);
  }

  protected static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] randomBytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static void unwind() {
    throw new Unwound();
  }

  private static void returnsOrThrows(MemoryIo.Hook call) {
    try {
      call.run();
    } catch (IOException | RuntimeException e) {
      // counts as a return
    }
  }

  /** Stands for the error with which a scheduler unwinds a thread of an abandoned run. */
  private static final class Unwound extends Error {
    private static final long serialVersionUID = 1;
  }
}

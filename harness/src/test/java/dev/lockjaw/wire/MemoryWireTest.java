package dev.lockjaw.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryWireTest {
  private static final int CAPACITY = 10_000;

  private final MemoryWire memory = new MemoryWire(Unscheduled.sync(), "wire", CAPACITY);
  private final WireEnd client = memory.wire().client();
  private final WireEnd server = memory.wire().server();

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count);
  }

  @Test
  void startsEmpty() throws IOException {
    assertThat(server.readable()).isFalse();
    assertThat(server.read(bytes(5))).isZero();
    assertThat(client.writable()).isTrue();
  }

  @Test
  void carriesEitherWay() throws IOException {
    assertThat(client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(3);
    assertThat(server.write(ByteBuffer.wrap(new byte[] {4}))).isEqualTo(1);
    ByteBuffer atServer = bytes(8);
    ByteBuffer atClient = bytes(8);
    assertThat(server.read(atServer)).isEqualTo(3);
    assertThat(client.read(atClient)).isEqualTo(1);
    assertThat(atServer.array()).startsWith(1, 2, 3);
    assertThat(atClient.array()).startsWith(4);
  }

  @Test
  void takesNoMoreThanItsBound() throws IOException {
    ByteBuffer much = bytes(CAPACITY + 100);
    assertThat(client.write(much)).isEqualTo(CAPACITY);
    assertThat(much.remaining()).isEqualTo(100);
    assertThat(client.writable()).isFalse();
    assertThat(client.write(much)).isZero();
    assertThat(server.writable()).as("the other direction has its own pipe").isTrue();
    server.read(bytes(60));
    assertThat(client.writable()).isTrue();
    assertThat(client.write(much)).isEqualTo(60);
  }

  @Test
  void oneDirectionMayEnd() throws IOException {
    client.write(bytes(3));
    client.endOutput();
    assertThat(server.available()).isEqualTo(3);
    assertThat(server.read(bytes(5))).isEqualTo(3);
    assertThat(server.read(bytes(5))).isEqualTo(-1);
    assertThat(server.write(bytes(2))).isEqualTo(2);
    assertThat(client.read(bytes(5))).isEqualTo(2);
    assertThatExceptionOfType(ClosedChannelException.class)
        .isThrownBy(() -> client.write(bytes(1)));
  }

  @Test
  void boundMayGrowAndShrink() throws IOException {
    memory.bound(4);
    ByteBuffer data = bytes(10);
    assertThat(client.write(data)).isEqualTo(4);
    memory.bound(8);
    assertThat(client.write(data)).isEqualTo(4);
    memory.bound(2);
    assertThat(client.write(data)).isZero();
    assertThat(client.writable()).isFalse();
    assertThat(server.read(bytes(20))).as("bytes on the wire stay there").isEqualTo(8);
  }

  /** In pieces of all sizes, through growth and wrap-around, no byte is lost or moved. */
  @Test
  void keepsTheOrderOfBytes() throws IOException {
    Random random = new Random(3);
    byte[] sent = new byte[500_000];
    random.nextBytes(sent);
    ByteBuffer out = ByteBuffer.wrap(sent);
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    while (received.size() < sent.length) {
      int size = Math.min(out.remaining(), random.nextInt(7_000));
      ByteBuffer piece = out.slice(out.position(), size);
      out.position(out.position() + client.write(piece));
      ByteBuffer into = bytes(1 + random.nextInt(7_000));
      int count = server.read(into);
      received.write(into.array(), 0, count);
    }
    assertThat(received.toByteArray()).isEqualTo(sent);
  }

  @Test
  void bytesSentBeforeACloseAreStillRead() throws IOException {
    client.write(ByteBuffer.wrap(new byte[] {7}));
    client.close();
    assertThat(server.readable()).isTrue();
    assertThat(server.read(bytes(4))).isEqualTo(1);
    assertThat(server.readable()).as("a read would return the end").isTrue();
    assertThat(server.read(bytes(4))).isEqualTo(-1);
  }

  @Test
  void aCloseAtEitherEndIsSeenAtBoth() throws IOException {
    server.close();
    for (WireEnd end : new WireEnd[] {client, server}) {
      assertThat(end.read(bytes(4))).isEqualTo(-1);
      assertThat(end.writable()).as("a write won't wait").isTrue();
      assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> end.write(bytes(1)));
    }
  }

  @Test
  void mayBeClosedAgain() {
    client.close();
    client.close();
    server.close();
    assertThat(client.readable()).isTrue();
  }

  @Test
  void bothEndsNameTheSameDirections() {
    assertThat(client.output()).isSameAs(server.input());
    assertThat(client.input()).isSameAs(server.output());
    assertThat(client.input().name()).isNotEqualTo(client.output().name());
  }
}

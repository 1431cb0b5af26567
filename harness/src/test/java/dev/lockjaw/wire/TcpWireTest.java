package dev.lockjaw.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpWireTest {
  private static final int MEBIBYTE = 1 << 20;

  private Wire wire;

  @BeforeEach
  void connect() throws IOException {
    wire = TcpWire.connect(Unscheduled.sync(), "wire", 4096);
  }

  @AfterEach
  void close() {
    wire.client().close();
    wire.server().close();
  }

  /** Bytes take a moment to arrive; the test's timeout bounds the wait. */
  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static byte[] carry(WireEnd from, WireEnd to, byte[] sent) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(sent);
    ByteBuffer in = ByteBuffer.allocate(sent.length);
    while (in.hasRemaining()) {
      if (out.hasRemaining()) {
        from.write(out);
      } else {
        from.writable(); // sends accepted bytes
      }
      assertThat(to.read(in)).isNotNegative();
    }
    return in.array();
  }

  @Test
  void carriesAMebibyteEachWay() throws IOException {
    byte[] sent = new byte[MEBIBYTE];
    new Random(5).nextBytes(sent);
    byte[] there = carry(wire.client(), wire.server(), sent);
    assertThat(there).isEqualTo(sent);
    assertThat(carry(wire.server(), wire.client(), there)).isEqualTo(sent);
  }

  @Test
  void oneDirectionMayEnd() throws IOException {
    wire.client().write(ByteBuffer.allocate(3));
    wire.client().endOutput();
    until(() -> wire.server().available() == 3);
    wire.server().read(ByteBuffer.allocate(3));
    until(wire.server()::readable);
    assertThat(wire.server().read(ByteBuffer.allocate(1))).isEqualTo(-1);
    wire.server().write(ByteBuffer.allocate(2));
    until(() -> wire.client().available() == 2);
  }

  /**
   * No thread reads. The kernel moves bytes between its buffers, so a full one may have room again.
   */
  @Test
  void isBounded() throws IOException {
    ByteBuffer much = ByteBuffer.allocate(64 * MEBIBYTE);
    for (int timesFull = 0; timesFull < 1_000 && much.hasRemaining(); ) {
      wire.client().write(much);
      timesFull += wire.client().writable() ? 0 : 1;
    }
    assertThat(much.position()).as("taken").isPositive();
    assertThat(much.remaining()).as("left over").isPositive();
  }

  @Test
  void nothingIsReadableAtFirst() throws IOException {
    assertThat(wire.server().readable()).isFalse();
    assertThat(wire.server().read(ByteBuffer.allocate(1))).isZero();
    assertThat(wire.client().writable()).isTrue();
  }

  @Test
  void theEndFollowsTheBytesSent() throws IOException {
    wire.client().write(ByteBuffer.wrap(new byte[] {1, 2}));
    wire.client().close();
    ByteBuffer in = ByteBuffer.allocate(8);
    until(wire.server()::readable);
    assertThat(wire.server().read(in)).isEqualTo(2);
    until(wire.server()::readable);
    assertThat(wire.server().read(in)).isEqualTo(-1);
  }

  @Test
  void aCloseWakesReadersAtBothEnds() throws IOException {
    wire.server().close();
    until(wire.client()::readable);
    until(wire.server()::readable);
    assertThat(wire.client().read(ByteBuffer.allocate(1))).isEqualTo(-1);
    assertThat(wire.server().read(ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  @Test
  void aCloseMakesWritersFail() {
    wire.client().close();
    assertThat(wire.client().writable()).as("a write won't wait").isTrue();
    assertThatThrownBy(() -> wire.client().write(ByteBuffer.allocate(1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> {
              while (true) {
                wire.server().write(ByteBuffer.allocate(1));
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void mayBeClosedAgain() {
    wire.client().close();
    wire.client().close();
    assertThat(wire.client().readable()).isTrue();
  }
}

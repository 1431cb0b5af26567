package dev.lockjaw.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  @Test
  void factoriesMakeWholeMessages() {
    byte[] data = {1, 2, 3};

    assertThat(Frame.text("h\u00e9")).isEqualTo(frame(Opcode.TEXT, Bytes.hex("68 c3a9")));
    assertThat(Frame.binary(data)).isEqualTo(frame(Opcode.BINARY, data));
    assertThat(Frame.ping(data)).isEqualTo(frame(Opcode.PING, data));
    assertThat(Frame.pong(data)).isEqualTo(frame(Opcode.PONG, data));
    assertThat(Frame.close(1000, "bye")).isEqualTo(frame(Opcode.CLOSE, Bytes.hex("03e8 62 79 65")));
  }

  @Test
  void differsByEveryComponent() {
    Frame frame = new Frame(true, Opcode.TEXT, new byte[] {1, 2});

    assertThat(frame)
        .isEqualTo(new Frame(true, Opcode.TEXT, new byte[] {1, 2}))
        .hasSameHashCodeAs(new Frame(true, Opcode.TEXT, new byte[] {1, 2}))
        .isNotEqualTo(new Frame(false, Opcode.TEXT, new byte[] {1, 2}))
        .isNotEqualTo(new Frame(true, Opcode.BINARY, new byte[] {1, 2}))
        .isNotEqualTo(new Frame(true, Opcode.TEXT, new byte[] {1, 3}))
        .isNotEqualTo(null);
  }

  @Test
  void copiesItsPayload() {
    byte[] given = {1};
    Frame frame = Frame.binary(given);

    given[0] = 2;
    frame.payload()[0] = 3;
    frame.encodeMasked(-1);

    assertThat(frame.payload()).containsExactly(1);
  }

  @Test
  void showsItsPayload() {
    assertThat(Frame.text("Hello"))
        .hasToString("Frame[fin=true, opcode=TEXT, payload=48656c6c6f (5 bytes)]");
    assertThat(Frame.binary(new byte[33]))
        .hasToString(
            "Frame[fin=true, opcode=BINARY, payload=" + "00".repeat(32) + "... (33 bytes)]");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSE", "PING", "PONG"})
  void limitsControlFrames(Opcode control) {
    assertThat(new Frame(true, control, new byte[125]).payload()).hasSize(125);

    assertThatIllegalArgumentException().isThrownBy(() -> frame(control, new byte[126]));
    assertThatIllegalArgumentException().isThrownBy(() -> new Frame(false, control, new byte[0]));
  }

  @Test
  void rejectsHalfACloseCode() {
    assertThat(frame(Opcode.CLOSE, new byte[0]).encode()).isEqualTo(Bytes.hex("88 00"));
    assertThatIllegalArgumentException().isThrownBy(() -> frame(Opcode.CLOSE, new byte[1]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1002, 1009, 3000, 4999})
  void closesWithCode(int code) {
    byte[] payload = Frame.close(code, "").payload();

    assertThat(payload).containsExactly(code >> 8, code & 0xFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 999, 1005, 1006, 1015, 5000, 65536 + 1000})
  void rejectsCloseCodesThatMustNotTravel(int code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Frame.close(code, ""));
  }

  @Test
  void limitsTheCloseReasonInBytes() {
    assertThat(Frame.close(1000, "x".repeat(123)).payload()).hasSize(125);

    assertThatIllegalArgumentException().isThrownBy(() -> Frame.close(1000, "x".repeat(124)));
    assertThatIllegalArgumentException().isThrownBy(() -> Frame.close(1000, "\u00e9".repeat(62)));
  }

  @Test
  void rejectsNulls() {
    assertThatNullPointerException().isThrownBy(() -> frame(null, new byte[0]));
    assertThatNullPointerException().isThrownBy(() -> frame(Opcode.PING, null));
  }

  private static Frame frame(Opcode opcode, byte[] payload) {
    return new Frame(true, opcode, payload);
  }
}

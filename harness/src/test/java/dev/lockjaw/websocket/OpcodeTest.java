package dev.lockjaw.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpcodeTest {
  @ParameterizedTest
  @CsvSource({
    "CONTINUATION, 0, false",
    "TEXT, 1, false",
    "BINARY, 2, false",
    "CLOSE, 8, true",
    "PING, 9, true",
    "PONG, 10, true"
  })
  void hasTheCodeOfTheRfc(Opcode opcode, int code, boolean control) {
    assertThat(opcode.code()).isEqualTo(code);
    assertThat(opcode.isControl()).isEqualTo(control);
    assertThat(Opcode.of(code)).isSameAs(opcode);
  }

  @Test
  void hasNoOthers() {
    assertThat(Opcode.values()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, -1})
  void rejectsReservedCodes(int code) {
    assertThatThrownBy(() -> Opcode.of(code))
        .isInstanceOfSatisfying(
            WebSocketException.class, e -> assertThat(e.closeCode()).isEqualTo(1002));
  }
}

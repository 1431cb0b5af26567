package dev.lockjaw.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearTest {
  @ParameterizedTest
  @CsvSource({
    "read-free,   read-free,  0",
    "wirte-free,  write-free, 1",
    "write-fre,   write-free, 1",
    "write-freee, write-free, 1",
    "writo-free,  write-free, 1",
    "'',          abc,        3",
    "abc,         '',         3",
    "plain,       none,       5",
  })
  void countsEdits(String a, String b, int edits) {
    assertThat(Near.distance(a, b)).isEqualTo(edits);
  }

  @Test
  void givesTheNearestFirst() {
    assertThat(Near.to("wirte-free", List.of("write-write", "read-free", "write-free")))
        .startsWith("write-free");
  }

  @Test
  void givesNamesOfWhichItIsAPart() {
    assertThat(Near.to("ping", List.of("data-ping", "relay", "double-lock-ping")))
        .containsExactly("data-ping", "double-lock-ping");
  }

  @Test
  void doesNotMindCapitals() {
    assertThat(Near.to("JSSE", List.of("bc", "jsse"))).containsExactly("jsse");
  }

  @Test
  void givesThreeAtMost() {
    assertThat(Near.to("free", List.of("free-a", "free-b", "free-c", "free-d"))).hasSize(3);
  }

  @Test
  void saysNothingWhereNothingIsNear() {
    assertThat(Near.clause("xyzzyxyzzy", List.of("plain", "none"))).isEmpty();
  }
}

package dev.lockjaw.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "80, 80",
    "10, 40",
    "0, 80",
    "-5, 80",
    "wide, 80",
    "'', 80",
    "999999, 80"
  })
  void takesItsWidthFromColumns(String columns, int width) {
    assertThat(Terminal.width(columns)).isEqualTo(width);
  }

  @Test
  void isEightyWideWhereNothingIsKnown() {
    assertThat(Terminal.width(null)).isEqualTo(80);
  }

  @Test
  void hasColourOnATerminalOnly() {
    assertThat(ColourChoice.AUTO.colour(true, Map.of())).isTrue();
    assertThat(ColourChoice.AUTO.colour(false, Map.of())).isFalse();
  }

  @Test
  void honoursNoColor() {
    assertThat(ColourChoice.AUTO.colour(true, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(ColourChoice.AUTO.colour(true, Map.of("NO_COLOR", ""))).isTrue();
  }

  @Test
  void theOptionBeatsNoColor() {
    assertThat(ColourChoice.ALWAYS.colour(false, Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(ColourChoice.NEVER.colour(true, Map.of())).isFalse();
  }

  @Test
  void theOptionIsFoundBeforeParsing() {
    assertThat(ColourChoice.of("run", "--color", "never")).isEqualTo(ColourChoice.NEVER);
    assertThat(ColourChoice.of("run", "--color=always")).isEqualTo(ColourChoice.ALWAYS);
    assertThat(ColourChoice.of("run", "--color=purple")).isEqualTo(ColourChoice.AUTO);
    assertThat(ColourChoice.of("run", "--color")).isEqualTo(ColourChoice.AUTO);
    assertThat(ColourChoice.of("run", "--", "--color=always")).isEqualTo(ColourChoice.AUTO);
    assertThat(ColourChoice.of()).isEqualTo(ColourChoice.AUTO);
  }
}

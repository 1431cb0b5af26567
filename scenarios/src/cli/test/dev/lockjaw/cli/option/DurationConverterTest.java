package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "60s, PT60S", "5m, PT5M", "1h, PT1H", "999999h, PT999999H"})
  void reads(String text, Duration duration) {
    assertThat(converter.convert(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "s", "-1s", "1.5m", "5 m", "1d", "9999999s", "abc"})
  void refuses(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .hasMessage("'" + text + "' is not a duration; write it as 500ms, 60s, 5m or 1h");
  }

  @Test
  void refusesNoTimeAtAll() {
    assertThatThrownBy(() -> converter.convert("0s"))
        .hasMessage("'0s' is no time at all; name at least 1ms");
  }

  @Test
  void theLongestFitsIntoNanoseconds() {
    assertThat(converter.convert("999999h").toNanos()).isPositive();
  }
}

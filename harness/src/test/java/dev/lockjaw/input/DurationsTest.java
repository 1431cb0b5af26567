package dev.lockjaw.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void haveAUnit() {
    assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.parse(" 60s ")).isEqualTo(Duration.ofSeconds(60));
    assertThat(Durations.parse("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Durations.parse("1h")).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void thatAreNoneAreRefused() {
    assertThatThrownBy(() -> Durations.parse("10 parsecs"))
        .isInstanceOf(InputException.class)
        .hasMessage("'10 parsecs' is not a duration; write it as 500ms, 60s, 5m or 1h");
    assertThatThrownBy(() -> Durations.parse("0s"))
        .hasMessage("'0s' is no time at all; name at least 1ms");
  }
}

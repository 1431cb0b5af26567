package dev.lockjaw.arena;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttentiveClockTest {
  private static final long MILLI = 1_000_000;

  @Test
  void countsTheTimeBetweenLooks() {
    AttentiveClock watched = new AttentiveClock(-5);
    assertThat(watched.look(-5)).isZero();
    assertThat(watched.look(95)).isEqualTo(100);
    assertThat(watched.look(MILLI)).isEqualTo(5 + MILLI);
  }

  @Test
  void aGapCountsForNoMoreThanTenMilliseconds() {
    AttentiveClock watched = new AttentiveClock(0);
    assertThat(watched.look(10_000 * MILLI)).isEqualTo(10 * MILLI);
    assertThat(watched.look(10_000 * MILLI + 7)).isEqualTo(10 * MILLI + 7);
  }

  /** The clock counts from anywhere, and may pass its largest number. */
  @Test
  void theClockMayTurnOver() {
    AttentiveClock watched = new AttentiveClock(Long.MAX_VALUE - 2);
    assertThat(watched.look(Long.MIN_VALUE + 2)).isEqualTo(5);
  }
}

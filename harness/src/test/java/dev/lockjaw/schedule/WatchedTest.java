package dev.lockjaw.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchedTest {
  private static final long MILLI = 1_000_000;

  @Test
  void countsTheTimeBetweenLooks() {
    Watched watched = new Watched(-5);
    assertThat(watched.look(-5)).isZero();
    assertThat(watched.look(95)).isEqualTo(100);
    assertThat(watched.look(MILLI)).isEqualTo(5 + MILLI);
  }

  @Test
  void aGapCountsForNoMoreThanTenMilliseconds() {
    Watched watched = new Watched(0);
    assertThat(watched.look(10_000 * MILLI)).isEqualTo(10 * MILLI);
    assertThat(watched.look(10_000 * MILLI + 7)).isEqualTo(10 * MILLI + 7);
  }

  /** The clock counts from anywhere, and may pass its largest number. */
  @Test
  void theClockMayTurnOver() {
    Watched watched = new Watched(Long.MAX_VALUE - 2);
    assertThat(watched.look(Long.MIN_VALUE + 2)).isEqualTo(5);
  }
}

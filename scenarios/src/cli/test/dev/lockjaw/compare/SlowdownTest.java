package dev.lockjaw.compare;

import static dev.lockjaw.compare.Numbers.comparison;
import static dev.lockjaw.compare.Numbers.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlowdownTest {
  private static final double THRESHOLD = 0.15;

  @Test
  void thirtyPercentBeyondTheErrorIsReported() {
    Comparison before = comparison(strategy("none", 1, 0), strategy("plain", 2.0, 0.05));
    Comparison now = comparison(strategy("none", 1, 0), strategy("plain", 2.6, 0.05));

    assertThat(Slowdown.between(before, now, THRESHOLD))
        .singleElement()
        .satisfies(
            slowdown ->
                assertThat(slowdown.text())
                    .isEqualTo(
                        "plain is slower at record 64 B jsse: 2.60 ±0.05 times none; before, it was"
                            + " 2.00 ±0.05 (+30 %)"));
  }

  @Test
  void thirtyPercentWithinTheErrorIsNotReported() {
    Comparison before = comparison(strategy("plain", 2.0, 0.4));
    Comparison now = comparison(strategy("plain", 2.6, 0.4));

    assertThat(Slowdown.between(before, now, THRESHOLD)).isEmpty();
  }

  @Test
  void aChangeBelowTheThresholdIsNotReportedHoweverCertain() {
    Comparison before = comparison(strategy("plain", 2.0, 0.001));
    Comparison now = comparison(strategy("plain", 2.28, 0.001));

    assertThat(Slowdown.between(before, now, THRESHOLD)).isEmpty();
    assertThat(Slowdown.between(before, now, 0.10)).hasSize(1);
  }

  @Test
  void fasterIsNotSlower() {
    Comparison before = comparison(strategy("plain", 2.6, 0.05));
    Comparison now = comparison(strategy("plain", 1.0, 0.05));

    assertThat(Slowdown.between(before, now, THRESHOLD)).isEmpty();
  }

  @Test
  void noiseWithinItsErrorIsNeverReported() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double error = random.nextDouble() * 2;
      Comparison before = comparison(strategy("plain", noisy(random, error), error));
      Comparison now = comparison(strategy("plain", noisy(random, error), error));

      assertThat(Slowdown.between(before, now, 0)).isEmpty();
    }
  }

  /** The true value is 3. The measured one is as far from it as the error allows. */
  private static double noisy(Random random, double error) {
    return 3 + (2 * random.nextDouble() - 1) * error;
  }

  @Test
  void anUnknownErrorHidesEverything() {
    Comparison before = comparison(strategy("plain", 2, Double.POSITIVE_INFINITY));
    Comparison now = comparison(strategy("plain", 20, 0.1));

    assertThat(Slowdown.between(before, now, THRESHOLD)).isEmpty();
  }

  @Test
  void onlyMeasuresOfBothAreCompared() {
    Comparison before = comparison(strategy("none", 1, 0), strategy("plain", 2, 0.1));
    Comparison now = comparison(strategy("none", 1, 0), strategy("global", 20, 0.1));

    assertThat(Slowdown.between(before, now, THRESHOLD)).isEmpty();
    assertThat(Slowdown.shared(before, now)).isZero();
    assertThat(Slowdown.shared(before, before)).isEqualTo(1);
  }

  @Test
  void measuresHiddenByTheirErrorsAreCounted() {
    Comparison sharp = comparison(strategy("plain", 2, 0.1));
    Comparison blurred = comparison(strategy("plain", 2, 0.2));

    assertThat(Slowdown.hidden(sharp, sharp, THRESHOLD)).isZero();
    assertThat(Slowdown.hidden(sharp, blurred, THRESHOLD)).isEqualTo(1);
  }
}

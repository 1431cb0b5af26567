package dev.lockjaw.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void relativeErrorsOfARatioAddUpLikeIndependentOnes() {
    Estimate ratio = new Estimate(200, 6).over(new Estimate(100, 4));

    assertThat(ratio.value()).isEqualTo(2);
    assertThat(ratio.error()).isEqualTo(0.1, within(1e-12)); // 3 % and 4 % make 5 %
  }

  @Test
  void samplesMakeAMeanWithAnErrorByStudentsT() {
    Estimate estimate = Estimate.of(9, 10, 11);

    assertThat(estimate.value()).isEqualTo(10);
    // Tables have 31.599 for 99.9 % and two degrees of freedom.
    assertThat(estimate.error()).isEqualTo(31.599 / Math.sqrt(3), within(1e-3));
  }

  @Test
  void aControlThatMayBeZeroLeavesTheErrorUnknown() {
    Estimate ratio = new Estimate(200, 6).over(new Estimate(100, 100));

    assertThat(ratio.error()).isInfinite();
    assertThat(ratio.surelyAbove(new Estimate(0.1, 0))).isFalse();
  }

  @Test
  void anEstimateIsSurelyAboveAnotherIfTheIntervalsDoNotOverlap() {
    assertThat(new Estimate(3, 0.4).surelyAbove(new Estimate(2, 0.5))).isTrue();
    assertThat(new Estimate(3, 0.6).surelyAbove(new Estimate(2, 0.5))).isFalse();
    assertThat(new Estimate(3, 0).surelyAbove(Estimate.NONE)).isFalse();
    assertThat(Estimate.NONE.surelyAbove(new Estimate(3, 0))).isFalse();
  }
}

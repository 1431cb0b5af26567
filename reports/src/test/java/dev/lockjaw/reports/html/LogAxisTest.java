package dev.lockjaw.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LogAxisTest {
  @Test
  void equalFactorsAreEquallyFarApart() {
    LogAxis axis = new LogAxis(1, 100);

    assertThat(axis.share(1)).isZero();
    assertThat(axis.share(10)).isEqualTo(0.5, within(1e-9));
    assertThat(axis.share(100)).isEqualTo(1);
  }

  @Test
  void whatIsBeyondAnEndIsAtIt() {
    LogAxis axis = new LogAxis(1, 100);

    assertThat(axis.share(0.1)).isZero();
    assertThat(axis.share(0)).isZero();
    assertThat(axis.share(-5)).isZero();
    assertThat(axis.share(Double.NaN)).isZero();
    assertThat(axis.share(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void thereIsRoomForAllValuesAndAFewRoundTicksWhateverTheyAre() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double one = Math.pow(10, random.nextDouble() * 12 - 4);
      double other = one * Math.pow(10, random.nextDouble() * (i % 2 == 0 ? 0.3 : 6));
      LogAxis axis = LogAxis.over(DoubleStream.of(one, other));

      assertThat(axis.least()).isLessThan(one);
      assertThat(axis.most()).isGreaterThan(other);
      assertThat(axis.ticks())
          .as("%s", axis)
          .hasSizeBetween(2, 8)
          .isSorted()
          .doesNotHaveDuplicates()
          .allMatch(tick -> tick >= axis.least() && tick <= axis.most());
    }
  }

  @Test
  void whatIsNoNumberOrNotPositiveDoesNotCount() {
    LogAxis axis = LogAxis.over(DoubleStream.of(2, 4, -1, 0, Double.NaN, Double.POSITIVE_INFINITY));

    assertThat(axis.least()).isBetween(1.0, 2.0);
    assertThat(axis.most()).isBetween(4.0, 8.0);
    assertThat(LogAxis.over(DoubleStream.empty()).ticks()).contains(1.0);
  }

  @Test
  void ticksReadAsPeopleWriteThem() {
    assertThat(DoubleStream.of(0.01, 0.5, 1, 20, 1000, 1e6).mapToObj(LogAxis::label))
        .containsExactly("0.01", "0.5", "1", "20", "1k", "1M");
  }
}

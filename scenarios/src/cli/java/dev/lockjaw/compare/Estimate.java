package dev.lockjaw.compare;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A measured number: with 99.9 % confidence it lies within {@code error} of {@code value}.
 *
 * @param value the measured number
 * @param error infinite if there were too few measurements
 */
public record Estimate(double value, double error) {

  /** No measurement. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

  /** The least number of samples whose scatter means something. */
  static final int ENOUGH = 3;

  private static final double TAIL = 0.0005; // on either side, which leaves 99.9 %

  /**
   * The mean of independent samples. Its error follows from their scatter by Student's t.
   *
   * @param samples at least {@link #ENOUGH}
   */
  static Estimate of(double... samples) {
    if (samples.length < ENOUGH) {
      throw new IllegalArgumentException(samples.length + " samples are too few");
    }
    double mean = Arrays.stream(samples).average().orElseThrow();
    double squares = Arrays.stream(samples).map(sample -> Math.pow(sample - mean, 2)).sum();
    int freedom = samples.length - 1;
    double t = TDistribution.of(freedom).inverseSurvivalProbability(TAIL);
    return new Estimate(mean, t * Math.sqrt(squares / freedom / samples.length));
  }

  /**
   * The ratio of this to a control. Relative errors add up like independent ones: the root of the
   * sum of their squares. If the control may be zero, the error is unknown.
   */
  public Estimate over(Estimate control) {
    double ratio = value / control.value;
    if (control.error >= control.value) {
      return new Estimate(ratio, Double.POSITIVE_INFINITY);
    }
    return new Estimate(ratio, ratio * Math.hypot(error / value, control.error / control.value));
  }

  /** Whether this interval lies completely above the other. */
  public boolean surelyAbove(Estimate other) {
    return value - error > other.value + other.error;
  }

  public boolean measured() {
    return Double.isFinite(value);
  }
}

package dev.lockjaw.compare;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A measured number: with 99.9 % confidence it lies within {@code error} of {@code value}.
 *
 * @param error infinite if there were too few measurements to tell
 */
public record Estimate(double value, double error) {

  /** Nothing was measured. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

  /** Fewer samples than this say nothing of how they scatter. */
  static final int ENOUGH = 3;

  private static final double TAIL = 0.0005; // on either side, which leaves 99.9 %

  /**
   * The mean of samples taken independently of each other; its error is by Student's t from how
   * they scatter.
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
   * How many times a control this is. The relative errors add up as independent ones do: the root
   * of the sum of their squares. A control that may be nothing at all leaves the error unknown.
   */
  public Estimate over(Estimate control) {
    double ratio = value / control.value;
    if (control.error >= control.value) {
      return new Estimate(ratio, Double.POSITIVE_INFINITY);
    }
    return new Estimate(ratio, ratio * Math.hypot(error / value, control.error / control.value));
  }

  /** Whether all that this may be is above all that the other may be. */
  public boolean surelyAbove(Estimate other) {
    return value - error > other.value + other.error;
  }

  public boolean measured() {
    return Double.isFinite(value);
  }
}

package dev.lockjaw.compare;

/**
 * A measured number: with 99.9 % confidence it lies within {@code error} of {@code value}.
 *
 * @param error infinite if there were too few measurements to tell
 */
public record Estimate(double value, double error) {

  /** Nothing was measured. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

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

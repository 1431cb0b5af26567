package dev.lockjaw.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A logarithmic axis.
 *
 * @param least the value at its left end; positive
 * @param most the value at its right end; larger than {@code least}
 */
public record LogAxis(double least, double most) {
  private static final double PAD = 0.04;
  private static final int ENOUGH = 3;
  private static final int TOO_MANY = 7;
  private static final double[][] STEPS = {{1}, {1, 3}, {1, 2, 5}, {1, 1.5, 2, 3, 4, 5, 7}};

  /** The narrowest range; a narrower one would exaggerate small differences. */
  private static final double NARROWEST = 1.5;

  /** An axis wide enough for all of these values that are positive numbers. */
  public static LogAxis over(DoubleStream values) {
    double[] some = values.filter(value -> value > 0 && value < Double.MAX_VALUE).toArray();
    double least = DoubleStream.of(some).min().orElse(1);
    double most = DoubleStream.of(some).max().orElse(1);
    double widen = Math.sqrt(Math.max(1, NARROWEST * least / most));
    double pad = Math.pow(most / least * widen * widen, PAD);
    return new LogAxis(least / widen / pad, most * widen * pad);
  }

  /**
   * The position of a value from the left end, 0 to 1. A value beyond an end is placed at that end.
   */
  public double share(double value) {
    double share = Math.log(value / least) / Math.log(most / least);
    return Double.isNaN(share) ? 0 : Math.min(1, Math.max(0, share));
  }

  /** A few round numbers on the axis, in ascending order. */
  List<Double> ticks() {
    for (double[] steps : STEPS) {
      List<Double> ticks = ticks(steps);
      if (ticks.size() >= ENOUGH) {
        return thinned(ticks);
      }
    }
    return linear();
  }

  private List<Double> ticks(double[] steps) {
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
      for (double step : steps) {
        // a division, so that 0.1 is exactly 0.1
        double tick = power < 0 ? step / Math.pow(10, -power) : step * Math.pow(10, power);
        if (tick >= least && tick <= most) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static List<Double> thinned(List<Double> ticks) {
    int every = (ticks.size() + TOO_MANY - 1) / TOO_MANY;
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i += every) {
      some.add(ticks.get(i));
    }
    return some;
  }

  /** Ticks of an axis so short that it is nearly linear. */
  private List<Double> linear() {
    double step = Math.pow(10, Math.floor(Math.log10(most - least)));
    while ((most - least) / step < ENOUGH + 1) {
      step /= 2;
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step); i * step <= most; i++) {
      ticks.add(i * step);
    }
    return thinned(ticks);
  }

  /** A short label, as many may stand side by side: 10k is ten thousand. */
  static String label(double tick) {
    return tick >= 1e6
        ? plain(tick / 1e6) + 'M'
        : tick >= 1000 ? plain(tick / 1000) + 'k' : plain(tick);
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.3f", number).replaceFirst("\\.?0+$", "");
  }
}

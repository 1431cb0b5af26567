package dev.lockjaw.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A strategy that has become slower. Its ratio to {@code none}, measured in the same run, is above
 * that of an earlier comparison by more than a threshold. It is also above it by more than both
 * errors: the two 99.9 % intervals don't overlap.
 *
 * @param before the earlier ratio
 * @param now the present ratio
 */
public record Slowdown(String strategy, String measure, Estimate before, Estimate now) {

  /**
   * All slowdowns in the measures that both comparisons have.
   *
   * @param threshold as a fraction: 0.15 accepts a strategy that is up to 15 % slower
   */
  public static List<Slowdown> between(Comparison before, Comparison now, double threshold) {
    return pairs(before, now).stream()
        .filter(pair -> pair.now.value() > pair.before.value() * (1 + threshold))
        .filter(pair -> pair.now.surelyAbove(pair.before))
        .toList();
  }

  /** Pairs of ratios, slower or not. The control's ratio is one by definition and is left out. */
  private static List<Slowdown> pairs(Comparison before, Comparison now) {
    List<Slowdown> pairs = new ArrayList<>();
    for (Compared then : before.strategies()) {
      now.strategies().stream()
          .filter(strategy -> strategy.strategy().equals(then.strategy()))
          .filter(strategy -> !strategy.strategy().equals(Comparison.CONTROL))
          .forEach(strategy -> pairs(then, strategy, pairs));
    }
    return pairs;
  }

  private static void pairs(Compared before, Compared now, List<Slowdown> pairs) {
    for (Cost then : before.costs()) {
      now.cost(then.measure())
          .ifPresent(
              cost ->
                  pairs.add(
                      new Slowdown(now.strategy(), then.measure(), then.ratio(), cost.ratio())));
    }
  }

  /** The number of ratios that both comparisons have. */
  public static long shared(Comparison before, Comparison now) {
    return pairs(before, now).size();
  }

  /** The number of these whose errors would hide a change just beyond the threshold. */
  public static long hidden(Comparison before, Comparison now, double threshold) {
    return pairs(before, now).stream()
        .filter(
            pair ->
                pair.before.error() + pair.now.error() >= threshold * pair.before.value()
                    || !pair.before.measured()
                    || !pair.now.measured())
        .count();
  }

  /** The slowdown as a sentence. */
  public String text() {
    return strategy
        + " is slower at "
        + measure
        + ": "
        + Advice.text(now)
        + " times none; before, it was "
        + Advice.text(before)
        + String.format(Locale.ROOT, " (%+.0f %%)", 100 * (now.value() / before.value() - 1));
  }
}

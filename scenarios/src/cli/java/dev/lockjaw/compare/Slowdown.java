package dev.lockjaw.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A strategy that has become slower: its ratio to {@code none}, measured in the same run, is above
 * that of an earlier comparison by more than a threshold, and by more than the error of both: the
 * two 99.9 % intervals don't overlap.
 *
 * @param before the ratio then
 * @param now the ratio now
 */
public record Slowdown(String strategy, String measure, Estimate before, Estimate now) {

  /**
   * All there are at what both comparisons measured.
   *
   * @param threshold as a fraction: 0.15 lets pass what is up to 15 % slower
   */
  public static List<Slowdown> between(Comparison before, Comparison now, double threshold) {
    return pairs(before, now).stream()
        .filter(pair -> pair.now.value() > pair.before.value() * (1 + threshold))
        .filter(pair -> pair.now.surelyAbove(pair.before))
        .toList();
  }

  /** Slower or not. The control's ratio is one by definition and stays out. */
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

  /** How many ratios both have, that is how much there was to compare. */
  public static long shared(Comparison before, Comparison now) {
    return pairs(before, now).size();
  }

  /** At how many of these the errors would hide a change just beyond the threshold. */
  public static long hidden(Comparison before, Comparison now, double threshold) {
    return pairs(before, now).stream()
        .filter(
            pair ->
                pair.before.error() + pair.now.error() >= threshold * pair.before.value()
                    || !pair.before.measured()
                    || !pair.now.measured())
        .count();
  }

  /** In a sentence. */
  public String text() {
    return strategy
        + " is slower at "
        + measure
        + ": "
        + Advice.text(now)
        + " times none, where it was "
        + Advice.text(before)
        + String.format(Locale.ROOT, " (%+.0f %%)", 100 * (now.value() / before.value() - 1));
  }
}

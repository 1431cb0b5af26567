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
    List<Slowdown> slowdowns = new ArrayList<>();
    for (Compared then : before.strategies()) {
      now.strategies().stream()
          .filter(strategy -> strategy.strategy().equals(then.strategy()))
          .forEach(strategy -> between(then, strategy, threshold, slowdowns));
    }
    return slowdowns;
  }

  private static void between(
      Compared before, Compared now, double threshold, List<Slowdown> slowdowns) {
    for (Cost cost : before.costs()) {
      Estimate then = cost.ratio();
      now.cost(cost.measure())
          .map(Cost::ratio)
          .filter(ratio -> ratio.value() > then.value() * (1 + threshold))
          .filter(ratio -> ratio.surelyAbove(then))
          .ifPresent(
              ratio -> slowdowns.add(new Slowdown(now.strategy(), cost.measure(), then, ratio)));
    }
  }

  /** How many ratios both have, that is how much there was to compare. */
  public static long shared(Comparison before, Comparison now) {
    return now.strategies().stream()
        .flatMap(
            strategy ->
                before.strategies().stream()
                    .filter(then -> then.strategy().equals(strategy.strategy()))
                    .flatMap(
                        then ->
                            strategy.costs().stream()
                                .filter(cost -> then.cost(cost.measure()).isPresent())))
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

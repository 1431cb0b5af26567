package dev.lockjaw.compare;

import dev.lockjaw.explain.Text;
import dev.lockjaw.result.Mode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The strategy to take on transports of one thread contract. It passes every scenario on all of
 * these, no other tool found anything in it, and of such strategies it is the cheapest around a
 * record. A strategy that is known to fail a scenario that was left out comes after the others.
 *
 * @param contract the thread contract
 * @param strategy null if none passes, or nothing was run
 * @param sentence states it, with the numbers behind it
 */
public record Advice(String contract, String strategy, String sentence) {

  /**
   * @param measures the costs that count on these transports: their ratios are averaged
   *     geometrically
   */
  static Advice of(
      String contract, List<Compared> strategies, List<String> measures, LeftOut leftOut) {
    List<Verdicts> run =
        strategies.stream()
            .flatMap(one -> one.on(contract, Mode.EXPLORE).stream())
            .filter(v -> v.run() > 0)
            .toList();
    if (run.isEmpty()) {
      return new Advice(
          contract, null, "no transport of this contract was compared; name one with --transport");
    }
    String where = String.join(", ", run.get(0).transports());
    List<Compared> clean =
        strategies.stream()
            .filter(one -> one.clean(contract))
            .sorted(
                Comparator.comparingInt((Compared one) -> known(contract, one, leftOut).size())
                    .thenComparingDouble(one -> mean(one, measures)))
            .toList();
    if (clean.isEmpty()) {
      return new Advice(
          contract,
          null,
          "no strategy passes every scenario on "
              + where
              + " under every tool that was run: choose none of them");
    }
    Compared best = clean.get(0);
    int scenarios = best.on(contract, Mode.EXPLORE).orElseThrow().run();
    String only =
        clean.size() == 1
            ? ", the only strategy that does"
            : clean.subList(1, clean.size()).stream()
                    .allMatch(other -> surelyCheaper(best, other, measures))
                ? ", the cheapest that does"
                : ", the cheapest that does, by a difference within the error";
    return new Advice(
        contract,
        best.strategy(),
        best.strategy()
            + " passes "
            + (scenarios == 1 ? "the one scenario" : "all " + scenarios + " scenarios")
            + " on "
            + where
            + tools(best.on(contract))
            + only
            + price(best, measures)
            + beaten(clean, measures)
            + closest(contract, strategies, best, measures, leftOut)
            + warning(known(contract, best, leftOut)));
  }

  /** The tools that it passes, and those that were not run. */
  private static String tools(List<Verdicts> verdicts) {
    List<String> passed =
        verdicts.stream().filter(Verdicts::clean).map(some -> some.tool().id()).toList();
    List<String> others =
        verdicts.stream().filter(some -> some.run() == 0).map(some -> some.tool().id()).toList();
    List<String> partly =
        verdicts.stream()
            .filter(some -> some.run() > 0 && some.reason() != null)
            .map(some -> some.tool().id())
            .toList();
    return (passed.size() == 1
            ? " under explore"
            : " under explore, and passes " + Text.and(passed.subList(1, passed.size())) + " too")
        + (others.isEmpty() ? "" : " (not run: " + String.join(", ", others) + ")")
        + (partly.isEmpty() ? "" : " (cut short: " + String.join(", ", partly) + ")");
  }

  private static double mean(Compared one, List<String> measures) {
    double sum = 0;
    for (String measure : measures) {
      sum += Math.log(ratio(one, measure).value());
    }
    return measures.isEmpty() || Double.isNaN(sum)
        ? Double.POSITIVE_INFINITY
        : Math.exp(sum / measures.size());
  }

  private static String price(Compared one, List<String> measures) {
    StringBuilder price = new StringBuilder();
    for (String measure : measures) {
      Estimate ratio = ratio(one, measure);
      if (ratio.measured()) {
        price.append(price.isEmpty() ? ": it costs " : ", ");
        price.append(text(ratio)).append(" times none at ").append(measure);
        price.append(ratio.error() < ratio.value() ? "" : " (too noisy to decide)");
      }
    }
    return price.isEmpty() ? "; its cost was not measured" : price.toString();
  }

  private static String beaten(List<Compared> clean, List<String> measures) {
    return clean.size() < 2
        ? ""
        : "; the next is " + clean.get(1).strategy() + price(clean.get(1), measures);
  }

  /** The strategy that passes most of those that are certainly cheaper, and what it fails. */
  private static String closest(
      String contract,
      List<Compared> strategies,
      Compared best,
      List<String> measures,
      LeftOut leftOut) {
    return strategies.stream()
        .filter(one -> !one.strategy().equals(Comparison.CONTROL))
        .filter(one -> !one.failed(contract).isEmpty())
        .filter(one -> surelyCheaper(one, best, measures))
        .min(Comparator.comparingInt(one -> one.failed(contract).size()))
        .map(
            one ->
                "; "
                    + one.strategy()
                    + " is cheaper"
                    + price(one, measures)
                    + ", but fails "
                    + String.join(", ", one.failed(contract).keySet())
                    + also(known(contract, one, leftOut)))
        .orElse("");
  }

  private static List<String> known(String contract, Compared one, LeftOut leftOut) {
    return leftOut.failedBy(contract, one.strategy());
  }

  private static String also(List<String> known) {
    return known.isEmpty() ? "" : ", and of the scenarios left out " + String.join(", ", known);
  }

  private static String warning(List<String> known) {
    return known.isEmpty()
        ? ""
        : "; of the scenarios left out, it is known to fail " + String.join(", ", known);
  }

  private static boolean surelyCheaper(Compared one, Compared best, List<String> measures) {
    return !measures.isEmpty()
        && measures.stream()
            .allMatch(measure -> ratio(best, measure).surelyAbove(ratio(one, measure)));
  }

  private static Estimate ratio(Compared one, String measure) {
    return one.cost(measure).map(Cost::ratio).orElse(Estimate.NONE);
  }

  /** Such as {@code 1.25 ±0.03}. */
  public static String text(Estimate estimate) {
    if (!estimate.measured()) {
      return "-";
    }
    if (!Double.isFinite(estimate.error())) {
      return String.format(Locale.ROOT, "%.2f ±?", estimate.value());
    }
    boolean large = estimate.value() >= 100 || estimate.error() >= 100;
    boolean middling = estimate.value() >= 10 || estimate.error() >= 10;
    String format = large ? "%.0f ±%.0f" : middling ? "%.1f ±%.1f" : "%.2f ±%.2f";
    return String.format(Locale.ROOT, format, estimate.value(), estimate.error());
  }
}

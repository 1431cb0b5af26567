package dev.lockjaw.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which strategy to take on transports of one thread contract: of those that pass every scenario on
 * all of these, the cheapest around a record.
 *
 * @param strategy null if none passes, or nothing was run
 * @param sentence says so, with the numbers that it follows from
 */
public record Advice(String contract, String strategy, String sentence) {

  /**
   * @param measures what counts as cost on these transports: ratios at several are averaged
   *     geometrically
   */
  static Advice of(String contract, List<Compared> strategies, List<String> measures) {
    List<Verdicts> run =
        strategies.stream()
            .flatMap(one -> one.on(contract).stream())
            .filter(v -> v.run() > 0)
            .toList();
    if (run.isEmpty()) {
      return new Advice(
          contract, null, "no transport of this contract was compared; name one with --transport");
    }
    String where = String.join(", ", run.get(0).transports());
    List<Compared> clean =
        strategies.stream()
            .filter(one -> one.on(contract).filter(Verdicts::clean).isPresent())
            .sorted(Comparator.comparingDouble(one -> mean(one, measures)))
            .toList();
    if (clean.isEmpty()) {
      return new Advice(
          contract, null, "no strategy passes every scenario on " + where + ": take none of these");
    }
    Compared best = clean.get(0);
    int scenarios = best.on(contract).orElseThrow().run();
    String only =
        clean.size() == 1
            ? ", as no other does"
            : clean.subList(1, clean.size()).stream()
                    .allMatch(other -> surelyCheaper(best, other, measures))
                ? ", the cheapest that does"
                : ", by its numbers the cheapest that does, though not beyond their errors";
    return new Advice(
        contract,
        best.strategy(),
        best.strategy()
            + " passes all "
            + scenarios
            + " scenarios on "
            + where
            + only
            + price(best, measures)
            + beaten(clean, measures)
            + closest(contract, strategies, best, measures));
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
        price.append(ratio.error() < ratio.value() ? "" : " (too noisy to tell)");
      }
    }
    return price.isEmpty() ? "; what it costs was not measured" : price.toString();
  }

  private static String beaten(List<Compared> clean, List<String> measures) {
    return clean.size() < 2
        ? ""
        : "; next is " + clean.get(1).strategy() + price(clean.get(1), measures);
  }

  /** What is beyond doubt cheaper, of that what passes most, and what it fails. */
  private static String closest(
      String contract, List<Compared> strategies, Compared best, List<String> measures) {
    return strategies.stream()
        .filter(one -> !one.strategy().equals(Comparison.CONTROL))
        .filter(one -> one.on(contract).filter(v -> !v.failed().isEmpty()).isPresent())
        .filter(one -> surelyCheaper(one, best, measures))
        .max(Comparator.comparingInt(one -> one.on(contract).orElseThrow().passed().size()))
        .map(
            one ->
                "; cheaper is "
                    + one.strategy()
                    + price(one, measures)
                    + ", and fails "
                    + String.join(", ", one.on(contract).orElseThrow().failed().keySet()))
        .orElse("");
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

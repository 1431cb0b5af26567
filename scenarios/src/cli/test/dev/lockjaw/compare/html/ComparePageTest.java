package dev.lockjaw.compare.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.compare.Advice;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Cost;
import dev.lockjaw.compare.Estimate;
import dev.lockjaw.compare.Latency;
import dev.lockjaw.compare.Verdicts;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.result.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparePageTest {
  private static final String BAD =
      "</script><script>hacked=1</script><img src=x onerror=hacked=1>\"'\u202e";

  private static Compared strategy(String name, Estimate ratio, String... failed) {
    Map<String, List<String>> failures =
        failed.length == 0 ? Map.of() : Map.of(failed[0], List.of("deadlock"));
    List<String> passed = failed.length == 0 ? List.of("relay") : List.of();
    return new Compared(
        name,
        List.of(
            new Verdicts(Mode.EXPLORE, "DUPLEX", List.of("bc"), passed, failures, null),
            new Verdicts(
                Mode.JCSTRESS, "DUPLEX", List.of(), List.of(), Map.of(), "not run: no time")),
        List.of(new Cost("section", new Estimate(9, 1), ratio)),
        List.of(new Latency("bc", 490, 900, 1300, 250_000, 1_000_000, 9, 0, 1)));
  }

  private static String page(String taken, Compared... strategies) {
    Advice advice = new Advice("DUPLEX", taken, "a sentence");
    return ComparePage.of(
        new Comparison(
            Comparison.SCHEMA, "a machine", "-f 1", List.of(strategies), List.of(advice)),
        List.of(),
        ReplayLine.BARE);
  }

  @Test
  void everyNumberOfThePlotsIsInATable() {
    String page =
        page(
            "queue-drain",
            strategy("none", new Estimate(1, 0), "relay"),
            strategy("queue-drain", new Estimate(9.04, 1.45)));

    assertThat(page)
        .contains("<td>9.04 ±1.45</td>", "none takes 9.00 ±1.00 ns")
        .contains("<td>0.5</td><td>0.9</td><td>1.3</td><td>250</td><td>1000</td>")
        .contains("<td class=\"passed\">✓ 1/1</td>", "<td>0/1</td>")
        .contains("jcstress: not run: no time.")
        .contains("Take queue-drain");
  }

  @Test
  void passingAndFailingStrategiesHaveDifferentMarks() {
    String page =
        page(
            "good",
            strategy("bad", new Estimate(2, 0.1), "relay"),
            strategy("good", new Estimate(3, 0.1)));
    String costs = page.substring(page.indexOf("What it costs"), page.indexOf("How long a send"));

    assertThat(costs)
        .containsPattern("bad</th>.*?class=\"error\".*?class=\"mark ring\"")
        .containsPattern("<tr class=\"chosen\">.*?good</th>.*?class=\"error\".*?\"mark disc\"");
  }

  @Test
  void anUnknownErrorHasNoBarAndAnUnknownRatioNoMark() {
    String page =
        page(
            null,
            strategy("vague", new Estimate(2, Double.POSITIVE_INFINITY)),
            strategy("unknown", Estimate.NONE));
    String costs =
        page.substring(page.indexOf("<caption>section"), page.indexOf("How long a send"));

    assertThat(costs).contains("2.00 ±?").doesNotContain("class=\"error\"");
    assertThat(costs.substring(costs.indexOf("unknown</th>")))
        .contains("<td>-</td>")
        .doesNotContain("class=\"mark");
    assertThat(page).contains("No strategy passes everything", "none of these");
  }

  @Test
  void aContractThatWasNotComparedIsNotShownAsFailing() {
    Advice advice = new Advice("SERIAL", null, "name one with --transport");
    List<Compared> strategies = List.of(strategy("plain", new Estimate(2, 1)));
    Comparison comparison =
        new Comparison(Comparison.SCHEMA, "a machine", "-f 1", strategies, List.of(advice));

    assertThat(ComparePage.of(comparison, List.of(), ReplayLine.BARE))
        .contains("<dd>not compared</dd>")
        .doesNotContain("none of these");
  }

  @Test
  void hostileNamesAreInert() {
    String page = page(BAD, strategy(BAD, new Estimate(2, 1), BAD));

    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page).doesNotContain("<img", "\u202e");
    assertThat(page).contains("&lt;img src=x onerror=hacked=1&gt;");
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
  }
}

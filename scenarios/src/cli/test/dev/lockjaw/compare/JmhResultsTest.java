package dev.lockjaw.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On results in the format of JMH 1.37. */
class JmhResultsTest {
  private static final String PLAIN =
      """
      {"benchmark": "dev.lockjaw.jmh.RecordsInTurn.send", "mode": "avgt",
       "params": {"bytes": "%s", "strategy": "%s", "transport": "jsse"},
       "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "ns/op"},
       "secondaryMetrics": {}}
      """;

  private static final String ROUND =
      """
      {"benchmark": "dev.lockjaw.jmh.RecordsInTurn.send", "mode": "avgt",
       "params": {"bytes": "64", "strategy": "%s", "transport": "jsse"},
       "primaryMetric": {"score": 0.0, "scoreError": "NaN", "rawData": [[%s, %s, %s]]},
       "secondaryMetrics": {}}
      """;

  private static final String GROUP =
      """
      {"benchmark": "dev.lockjaw.jmh.ReaderBesideWriter.beside", "mode": "avgt",
       "params": {"strategy": "none", "transport": "bc"},
       "primaryMetric": {"score": 9.0, "scoreError": 1.0},
       "secondaryMetrics": {
         "send": {"score": 5.0, "scoreError": 0.5},
         "receive": {"score": 4.0, "scoreError": 0.4}}}
      """;

  @TempDir Path directory;

  @Test
  void ratiosAreToTheControlOfTheSameMeasure() throws IOException {
    JmhResults results =
        results(
            PLAIN.formatted("64", "none", "100.0", "4.0"),
            PLAIN.formatted("64", "plain", "200.0", "6.0"),
            PLAIN.formatted("16384", "none", "5000.0", "10.0"));

    assertThat(results.costs("plain"))
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.measure()).isEqualTo("record 64 B jsse");
              assertThat(Advice.text(cost.ratio())).isEqualTo("2.00 ±0.10");
            });
    assertThat(results.costs("none"))
        .extracting(Cost::measure)
        .containsExactly("record 64 B jsse", "record 16 KiB jsse");
    assertThat(results.costs("none")).extracting(Cost::ratio).containsOnly(new Estimate(1, 0));
  }

  @Test
  void anErrorThatJmhDoesNotKnowIsUnknown() throws IOException {
    JmhResults results =
        results(
            PLAIN.formatted("64", "none", "100.0", "4.0"),
            PLAIN.formatted("64", "plain", "200.0", "\"NaN\""));

    assertThat(results.costs("plain").get(0).ratio().error()).isInfinite();
  }

  @Test
  void withoutTheControlThereIsNoRatio() throws IOException {
    JmhResults results = results(PLAIN.formatted("64", "plain", "200.0", "6.0"));

    assertThat(results.costs("plain").get(0).ratio().measured()).isFalse();
  }

  @Test
  void aRatioOfManyRoundsIsTheMeanOfEachRoundsRatio() throws IOException {
    JmhResults results = new JmhResults();
    for (double drift : new double[] {1, 1.3, 2}) { // the same for both
      add(
          results,
          ROUND.formatted("none", 100 * drift, 100 * drift, 900.0),
          ROUND.formatted("plain", 120 * drift, 120 * drift, 20.0));
    }

    assertThat(results.costs("plain"))
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.ratio().value()).isEqualTo(1.2, within(1e-9));
              assertThat(cost.ratio().error()).isLessThan(1e-9);
              assertThat(cost.nanos().value()).isEqualTo(120 * 4.3 / 3, within(1e-9));
              assertThat(cost.nanos().error()).isGreaterThan(100);
            });
  }

  @Test
  void theErrorOfManyRoundsIncludesTheDifferencesBetweenJvms() throws IOException {
    JmhResults results = new JmhResults();
    for (int nanos : new int[] {110, 120, 130}) {
      add(
          results,
          ROUND.formatted("none", 100, 100, 100),
          ROUND.formatted("plain", nanos, nanos, nanos));
    }

    assertThat(results.costs("plain").get(0).ratio()).isEqualTo(Estimate.of(1.1, 1.2, 1.3));
  }

  @Test
  void strategiesThatTookTurnsAreComparedTurnByTurnInEachJvm() throws IOException {
    JmhResults results =
        results(
            """
            {"benchmark": "dev.lockjaw.jmh.RecordsInTurn.send", "mode": "avgt",
             "params": {"bytes": "64", "strategies": "none+plain", "transport": "bc"},
             "primaryMetric": {"score": 0.0, "scoreError": 0.0, "rawData": [
               [100, 110, 300, 330, 100, 110],
               [100, 120, 100, 500, 100, 120],
               [400, 520, 100, 130, 100, 130]]}}
            """);

    assertThat(results.costs("plain"))
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.measure()).isEqualTo("record 64 B bc");
              assertThat(Advice.text(cost.ratio()))
                  .isEqualTo(Advice.text(Estimate.of(1.1, 1.2, 1.3)));
              assertThat(cost.nanos()).isEqualTo(Estimate.of(110, 120, 130));
            });
    assertThat(results.costs("none").get(0).nanos().value()).isEqualTo(100, within(1e-9));
    assertThat(results.costs("queue-drain")).isEmpty();
  }

  @Test
  void anUnfinishedRoundDoesNotCount() throws IOException {
    JmhResults results = new JmhResults();
    for (int round = 0; round < 3; round++) {
      add(results, ROUND.formatted("none", 100, 100, 100), ROUND.formatted("plain", 120, 120, 120));
    }
    add(results, ROUND.formatted("none", 1, 1, 1));

    assertThat(results.costs("plain").get(0).ratio().value()).isEqualTo(1.2, within(1e-9));
  }

  @Test
  void theMethodsOfAGroupAreSeparateMeasures() throws IOException {
    JmhResults results = results(GROUP);

    assertThat(results.costs("none"))
        .extracting(Cost::measure)
        .containsExactly("send beside bc", "receive beside bc");
  }

  @Test
  void aMissingFileHoldsNothing() throws IOException {
    JmhResults results = new JmhResults();

    results.add(directory.resolve("missing"));

    assertThat(results.costs("none")).isEmpty();
  }

  private JmhResults results(String... each) throws IOException {
    JmhResults results = new JmhResults();
    add(results, each);
    return results;
  }

  private void add(JmhResults results, String... each) throws IOException {
    Path file = directory.resolve("jmh.json");
    Files.writeString(file, "[" + String.join(",", each) + "]");
    results.add(file);
  }
}

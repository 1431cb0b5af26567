package dev.lockjaw.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Cost;
import dev.lockjaw.compare.Estimate;
import dev.lockjaw.compare.Latency;
import dev.lockjaw.compare.Verdicts;
import dev.lockjaw.result.Mode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareTableTest {
  private static final Comparison COMPARISON =
      new Comparison(
          Comparison.SCHEMA,
          "a machine",
          "-f 1",
          List.of(
              new Compared(
                  "none",
                  List.of(
                      new Verdicts(
                          Mode.EXPLORE,
                          "DUPLEX",
                          List.of("bc"),
                          List.of(),
                          Map.of("relay", List.of("deadlock")),
                          null)),
                  List.of(new Cost("section", new Estimate(1, 0.1), new Estimate(1, 0))),
                  List.of()),
              new Compared(
                  "queue-drain",
                  List.of(
                      new Verdicts(
                          Mode.EXPLORE, "DUPLEX", List.of("bc"), List.of("relay"), Map.of(), null),
                      new Verdicts(
                          Mode.STRESS, "DUPLEX", List.of(), List.of(), Map.of(), "not run")),
                  List.of(new Cost("section", new Estimate(9, 1), new Estimate(9.04, 1.45))),
                  List.of(new Latency("bc", 490, 900, 1300, 250_000, 1_000_000, 9, 0, 1)))),
          List.of());

  @Test
  void strategiesStandSideBySide() {
    assertThat(printed(80).lines())
        .contains(
            "none             0/1  1.00 ±0.00    -    -      -",
            "queue-drain      1/1  9.04 ±1.45  0.5  1.3    250");
  }

  @Test
  void aToolThatWasNotRunHasNoColumn() {
    assertThat(printed(80)).contains("explore").doesNotContain("stress");
  }

  @Test
  void aNarrowTerminalGetsItInPartsEachWithTheNames() {
    String printed = printed(40);

    assertThat(printed.lines()).allMatch(line -> line.length() <= 40);
    assertThat(printed.lines().filter(line -> line.startsWith("queue-drain"))).hasSize(2);
  }

  private static String printed(int width) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    new CompareTable(COMPARISON).print(new Terminal(writer, writer, width, false, false));
    return out.toString();
  }
}

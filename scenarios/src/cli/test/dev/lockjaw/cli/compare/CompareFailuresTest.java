package dev.lockjaw.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Verdicts;
import dev.lockjaw.result.Mode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareFailuresTest {
  @Test
  void kindsAreReportedWithTheNumberOfScenariosTheyWereFoundIn() {
    Map<String, List<String>> failed =
        Map.of("relay", List.of("deadlock"), "write-free", List.of("use-after-free", "deadlock"));

    assertThat(printed(failed))
        .contains("Findings of all tools")
        .contains("plain  DUPLEX  deadlock 2, use-after-free 1");
  }

  @Test
  void whereNothingIsFoundNothingIsSaid() {
    assertThat(printed(Map.of())).isEmpty();
  }

  private static String printed(Map<String, List<String>> failed) {
    List<String> transports = List.of("bc");
    Verdicts verdicts =
        new Verdicts(Mode.EXPLORE, "DUPLEX", transports, List.of("read-free"), failed, null);
    Compared plain = new Compared("plain", List.of(verdicts), List.of(), List.of());
    Comparison comparison =
        new Comparison(Comparison.SCHEMA, "a machine", "-f 1", List.of(plain), List.of());
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    new CompareFailures(comparison).print(new Terminal(writer, writer, 80, false, false));
    return out.toString();
  }
}

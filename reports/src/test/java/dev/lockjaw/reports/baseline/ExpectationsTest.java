package dev.lockjaw.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
  private static final List<String> TRANSPORTS =
      List.of("jsse", "bc", "bcjsse", "conscrypt", "openssl", "mbedtls", "boringssl");

  private static final List<String> TOOLS_OF_OTHERS =
      List.of(
          "jcstress-operation-free",
          "jcstress-operation-operation",
          "jcstress-free-free",
          "jcstress-free-counter",
          "jcstress-last-out",
          "jcstress-tls-free",
          "lincheck-duplex",
          "lincheck-serial");

  private final Expectations builtIn = Expectations.builtIn();

  @Test
  void theBuiltInBaselineSaysHowACellFails() {
    assertThat(builtIn.of("double-lock-ping", "plain", "jsse"))
        .isEqualTo(Expected.failure(List.of(FindingKind.DOUBLE_LOCK)));
    assertThat(builtIn.of("write-free", "free-aware-published", "bc").kinds())
        .startsWith(FindingKind.USE_AFTER_FREE)
        .contains(FindingKind.NULL_DEREFERENCE);
  }

  @Test
  void theBuiltInBaselineListsOnlyExistingNames() {
    int explored = listed(Samples.SCENARIOS, TRANSPORTS);
    int others = listed(TOOLS_OF_OTHERS, List.of("model", "jsse"));
    assertThat(explored).isEqualTo(360);
    assertThat(others).isEqualTo(12);
    assertThat(explored + others + underTls13Alone()).isEqualTo(builtIn.size());
  }

  /** The number of cells that fail in a different way under TLS 1.3. */
  private int underTls13Alone() {
    int listed = 0;
    for (String scenario : Samples.SCENARIOS) {
      for (String strategy : Samples.STRATEGIES) {
        for (String transport : TRANSPORTS) {
          CellId cell = new CellId(scenario, strategy, transport, "tls1.3");
          listed += builtIn.of(cell).equals(builtIn.of(scenario, strategy, transport)) ? 0 : 1;
        }
      }
    }
    return listed;
  }

  private int listed(List<String> scenarios, List<String> transports) {
    int listed = 0;
    for (String scenario : scenarios) {
      for (String strategy : Samples.STRATEGIES) {
        for (String transport : transports) {
          listed += builtIn.of(scenario, strategy, transport).verdict() == Verdict.FAIL ? 1 : 0;
        }
      }
    }
    return listed;
  }

  @Test
  void oneStrategyPassesEverythingAndTheControlScenarioHasNoFinding() {
    for (String scenario : Samples.SCENARIOS) {
      assertThat(builtIn.of(scenario, "queue-drain", "jsse")).isEqualTo(Expected.PASS);
    }
    for (String strategy : Samples.STRATEGIES) {
      assertThat(builtIn.of("data-ping", strategy, "jsse")).isEqualTo(Expected.PASS);
    }
  }

  @Test
  void anUnlistedCellIsExpectedToPass() {
    assertThat(builtIn.of("double-lock-ping", "my-lock", "jsse")).isEqualTo(Expected.PASS);
    assertThat(Expectations.NONE.of("write-free", "none", "jsse")).isEqualTo(Expected.PASS);
  }

  @Test
  void judgesAResult() {
    CellLine line = builtIn.judge(Samples.passed("write-free", "none", "jsse"));
    assertThat(line.expected().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(line.outcome()).isEqualTo(Outcome.GONE);
  }

  @Test
  void commentsAndEmptyLinesAreIgnored() {
    Expectations read = Expectations.parse("x", "# a\r\n\r\n s l t1,t2 stall leak # b\n");
    assertThat(read.size()).isEqualTo(2);
    assertThat(read.of("s", "l", "t2").kinds())
        .containsExactly(FindingKind.STALL, FindingKind.LEAK);
  }

  @Test
  void namesTheWrongLineAndWhatIsWrong() {
    assertThatThrownBy(() -> Expectations.parse("my.txt", "# a\ns l t\n"))
        .isInstanceOf(MalformedBaselineException.class)
        .hasMessage(
            "my.txt, line 2: 's l t' is not a scenario, a strategy, transports and kinds of"
                + " findings");
    assertThatThrownBy(() -> Expectations.parse("my.txt", "s l t dedlock"))
        .hasMessage("my.txt, line 1: 'dedlock' is not a kind of finding; near: deadlock");
    assertThatThrownBy(() -> Expectations.parse("my.txt", "s l t leak\ns l u,t stall"))
        .hasMessage("my.txt, line 2: s/l/t has a line already");
  }
}

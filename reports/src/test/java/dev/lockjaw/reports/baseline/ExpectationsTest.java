package dev.lockjaw.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
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

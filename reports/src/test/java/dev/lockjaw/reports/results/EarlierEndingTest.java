package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons are those that earlier versions wrote, letter by letter. */
class EarlierEndingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          EXPLORE  | PASS    | -                                           | COMPLETE
          EXPLORE  | FAIL    | -                                           | COMPLETE
          EXPLORE  | PASS    | cut short by the budget after 20 schedules  | BUDGET
          EXPLORE  | SKIPPED | cut short by the budget after 0 schedules   | BUDGET
          EXPLORE  | SKIPPED | not reached within the budget               | NOT_REACHED
          EXPLORE  | SKIPPED | interrupted before it began                 | INTERRUPTED
          EXPLORE  | PASS    | interrupted after 1 schedules               | INTERRUPTED
          STRESS   | PASS    | interrupted after 3 iterations              | INTERRUPTED
          LINCHECK | SKIPPED | interrupted before it was done              | INTERRUPTED
          EXPLORE  | SKIPPED | there is no libssl.so.3                     | UNKNOWN
          EXPLORE  | FAIL    | ended by a crash after 7 schedules          | UNKNOWN
          EXPLORE  | ERROR   | not deterministic: schedule 4.1             | TOOL_FAILED
          JCSTRESS | PASS    | 'record 1, freed' 1,234                     | COMPLETE
          LINCHECK | PASS    | 100 scenarios of 2 threads                  | COMPLETE
          JCSTRESS | SKIPPED | not reached within the budget               | NOT_REACHED
          """)
  void followsFromTheReason(Mode mode, Verdict verdict, String reason, EndingKind kind) {
    assertThat(EarlierEnding.of(mode, verdict, reason)).isEqualTo(kind);
  }
}

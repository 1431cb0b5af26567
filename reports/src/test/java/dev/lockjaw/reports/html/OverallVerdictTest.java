package dev.lockjaw.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.text.OutcomeCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverallVerdictTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // cells, passed, gone, failed, unexpected, errors, skipped
        "324 | 232 | 0 | 92 | 0 | 0 | 0 | As expected: 232 pass, 92 known failures",
        "  5 |   4 | 0 |  1 | 0 | 0 | 0 | As expected: 4 pass, 1 known failure",
        "  3 |   3 | 0 |  0 | 0 | 0 | 0 | Everything that was run passes",
        "  3 |   3 | 1 |  0 | 0 | 0 | 0 | Nothing new, and 1 cell passes that used to fail",
        "  3 |   1 | 0 |  2 | 2 | 0 | 0 | 2 cells fail that aren't expected to",
        "  3 |   1 | 0 |  1 | 1 | 1 | 0 | Nothing is proved: 1 cell ended with an error",
        "  3 |   0 | 0 |  0 | 0 | 0 | 3 | Nothing was run",
      })
  void oneSentenceSaysWhatTheRunShows(
      int cells,
      int passed,
      int gone,
      int failed,
      int unexpected,
      int errors,
      int skipped,
      String sentence) {
    OutcomeCounts counts =
        new OutcomeCounts(cells, passed, gone, 0, failed, unexpected, errors, skipped, 0, 0, 0);
    assertThat(OverallVerdict.of(counts).sentence()).isEqualTo(sentence);
  }
}

package dev.lockjaw.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {
  private static final Duration WALL = Duration.ofMillis(1500);

  @Test
  void matchesTheGoldenFile() throws IOException {
    Golden.assertMatches("summary.md", SummaryMarkdown.of(Samples.mixed(), WALL, ReplayLine.BARE));
  }

  @Test
  void hostileNamesAreShownLiterally() {
    String bad = "a|b<img src=x>`\n# [x](y) @z";
    CellLine cell = new CellLine(Samples.passed(bad, "l", "t"), Expected.PASS);
    assertThat(SummaryMarkdown.of(List.of(cell), WALL, ReplayLine.BARE))
        .contains("| a\\|b&lt;img src=x&gt;\\` \\# \\[x\\](y) \\@z | ok |");
  }
}

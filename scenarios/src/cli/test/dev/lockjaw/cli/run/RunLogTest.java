package dev.lockjaw.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  @TempDir private Path directory;

  private static CellLine line(String scenario, String why) {
    CellId cell = new CellId(scenario, "mine", "jsse", "tls1.2");
    return Expectations.builtIn()
        .judge(CellResult.error(cell, Mode.EXPLORE, Ending.toolFailed(why)));
  }

  @Test
  void aCellThatIsRunAgainHasOneLineInTheEnd() throws IOException {
    Header header =
        Header.now("1", RunOptions.of(List.of("relay"), List.of("mine"), List.of("jsse")));
    Path file = directory.resolve("results.jsonl");
    try (RunLog log = RunLog.begin(directory, header)) {
      log.add(line("relay", "its first run"));
      log.add(line("full-wire", "only"));
      log.add(line("relay", "again"));
      assertThat(log.cells()).containsExactly(line("full-wire", "only"), line("relay", "again"));
      assertThat(Files.readAllLines(file)).as("while it runs").hasSize(4);
    }
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .anyMatch(text -> text.contains("again"))
        .noneMatch(text -> text.contains("its first run"));
  }
}

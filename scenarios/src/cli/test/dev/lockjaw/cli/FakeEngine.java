package dev.lockjaw.cli;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for an engine's main class; the strategy of a cell says what it does with it. */
public final class FakeEngine {
  private FakeEngine() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    try (ResultsFile results = ResultsFile.create(directory, Header.now("fake", RunOptions.NONE))) {
      for (String cell : List.of(args).subList(2, args.length)) {
        String[] names = cell.split("/");
        switch (names[1]) {
          case "dies" -> Runtime.getRuntime().halt(7);
          case "leaves" -> System.exit(0);
          case "hangs" -> Thread.sleep(Long.MAX_VALUE);
          case "garbles" -> {
            Files.writeString(directory.resolve(ResultsFile.NAME), "garbage\n");
            System.exit(0);
          }
          default -> results.append(new CellLine(passed(names[0], names[1]), Expected.PASS));
        }
      }
    }
  }

  private static CellResult passed(String scenario, String strategy) {
    return new CellResult(
        new CellId(scenario, strategy, "model", "no-tls"),
        Mode.LINCHECK,
        Verdict.PASS,
        Extent.NONE,
        Counts.of(10, 0),
        Times.elapsed(1),
        0,
        List.of(),
        new Ending(EndingKind.COMPLETE, "all of it"));
  }
}

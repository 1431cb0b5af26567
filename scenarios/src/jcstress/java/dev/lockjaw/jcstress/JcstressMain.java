package dev.lockjaw.jcstress;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs cells with jcstress, for {@code lockjaw run --mode jcstress}. The arguments are the output
 * directory, the time for all cells in milliseconds, and the cells as {@code scenario/strategy}.
 * Each result is written to the directory's {@code results.jsonl} as soon as its cell ends;
 * jcstress's own report is written beside it.
 */
public final class JcstressMain {
  private final Machine machine;
  private final ResultsFile results;
  private final long deadline;
  private final Plan plan = new Plan();

  private JcstressMain(Machine machine, ResultsFile results, long deadline) {
    this.machine = machine;
    this.results = results;
    this.deadline = deadline;
  }

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    long start = System.nanoTime();
    Path directory = Path.of(args[0]);
    long budget = Long.parseLong(args[1]) * 1_000_000;
    List<String> cells = List.of(args).subList(2, args.length);
    try (ResultsFile results =
        ResultsFile.create(directory, Header.now(Mode.JCSTRESS.id(), RunOptions.NONE))) {
      Machine machine = new Machine(directory);
      new JcstressMain(machine, results, start + budget).run(cells);
      machine.report();
    }
  }

  private void run(List<String> cells) throws IOException {
    long weights = cells.stream().mapToLong(cell -> family(cell).weight()).sum();
    for (String cell : cells) {
      Family family = family(cell);
      long left = (deadline - System.nanoTime()) / 1_000_000;
      String strategy = cell.substring(cell.indexOf('/') + 1);
      CellResult result = run(family, strategy, left, left * family.weight() / weights);
      results.append(new CellLine(result, Expected.PASS));
      weights -= family.weight();
    }
  }

  private static Family family(String cell) {
    return Family.named(cell.substring(0, cell.indexOf('/')));
  }

  private CellResult run(Family family, String strategy, long left, long share) throws IOException {
    Outcomes outcomes = new Outcomes(family, strategy);
    if (left <= 0) {
      return outcomes.notReached();
    }
    List<Machine.Fork> forks = plan.forks(family, share);
    long start = System.nanoTime();
    List<TestResult> seen = machine.run(family, StrategyByName.of(strategy), forks);
    double millis = Times.millis(System.nanoTime() - start);
    plan.took(forks, millis);
    return outcomes.of(seen, forks.size(), millis);
  }
}

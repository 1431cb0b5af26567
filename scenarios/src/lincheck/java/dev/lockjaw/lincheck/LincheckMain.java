package dev.lockjaw.lincheck;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Model-checks cells with Lincheck, for {@code lockjaw run --mode lincheck}. The arguments are the
 * output directory, the time for all cells in milliseconds, and the cells as {@code
 * scenario/strategy}. Each result is written to the directory's {@code results.jsonl} as soon as
 * its cell ends.
 */
public final class LincheckMain {
  private static final int INVOCATIONS = 300;

  /** The minimum, even if the time is short. Fewer would prove little. */
  private static final int LEAST_SCENARIOS = 5;

  private static final int MOST_SCENARIOS = 100;

  /** The first guess at an invocation's cost, in milliseconds. */
  private static final double FIRST_COST_MS = 2;

  private LincheckMain() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    Path directory = Path.of(args[0]);
    long budget = Long.parseLong(args[1]) * 1_000_000;
    List<String> cells = List.of(args).subList(2, args.length);
    try (ResultsFile results =
        ResultsFile.create(directory, Header.now(Mode.LINCHECK.id(), RunOptions.NONE))) {
      double cost = FIRST_COST_MS;
      for (int i = 0; i < cells.size(); i++) {
        double left = (start + budget - System.nanoTime()) / 1e6;
        CellResult result = check(cells.get(i), left, left / (cells.size() - i) / cost);
        results.append(new CellLine(result, Expected.PASS));
        if (result.counts().schedules() >= INVOCATIONS) {
          cost = (cost + result.times().elapsedMs() / result.counts().schedules()) / 2;
        }
      }
    }
    System.exit(0); // Lincheck leaves threads behind
  }

  private static CellResult check(String cell, double left, double invocations) {
    String[] names = cell.split("/");
    Model model = Model.named(names[0]);
    LockStrategy strategy = strategy(names[1]);
    return left <= 0
        ? model.notReached(strategy)
        : model.check(strategy, scenarios(invocations), INVOCATIONS);
  }

  static LockStrategy strategy(String id) {
    return ServiceLoader.load(LockStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(some -> some.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no strategy is named '" + id + "'"));
  }

  private static int scenarios(double invocations) {
    return (int) Math.max(LEAST_SCENARIOS, Math.min(MOST_SCENARIOS, invocations / INVOCATIONS));
  }
}

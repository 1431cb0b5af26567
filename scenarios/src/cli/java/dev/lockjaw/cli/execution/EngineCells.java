package dev.lockjaw.cli.execution;

import dev.lockjaw.cli.context.SourceTree;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.cli.option.Selection;
import dev.lockjaw.explain.Text;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.merge.CellList;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.reports.text.CellOrder;
import dev.lockjaw.result.CellId;
import dev.lockjaw.run.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The cells for an {@link Engine}.
 *
 * @param wanted the selected cells
 * @param proofs known-bad cells, one for each transport in use. They run first, and belong to the
 *     run's results only if they are wanted too
 */
public record EngineCells(Engine engine, List<CellId> wanted, List<CellId> proofs) {
  public static EngineCells of(Engine engine, Selection selection, Registry registry) {
    List<Engine.Family> families = selection.families(engine);
    List<CellId> wanted = selection.cells(engine, families, registry);
    if (wanted.isEmpty()) {
      throw new UsageException(
          "none of the selected scenarios of --mode "
              + engine.id()
              + " covers the selected strategies on the selected transports; its scenarios are "
              + String.join(
                  ", ", engine.families().stream().map(Engine.Family::scenario).toList()));
    }
    Set<String> transports = new LinkedHashSet<>();
    wanted.forEach(cell -> transports.add(cell.transport()));
    List<CellId> proofs =
        engine.families().stream()
            .filter(family -> family.proof() && transports.contains(family.transport()))
            .map(Engine.Family::control)
            .toList();
    return new EngineCells(engine, wanted, proofs);
  }

  /** All cells once, the proofs first. */
  public List<CellId> all() {
    Set<CellId> all = new LinkedHashSet<>(proofs);
    all.addAll(wanted);
    return new ArrayList<>(all);
  }

  /** The order in which reports show them. */
  public CellOrder order(Registry registry) {
    return new CellOrder(
        engine.families().stream().map(Engine.Family::scenario).toList(),
        registry.strategies().stream().map(Locking::id).toList(),
        engine.families().stream().map(Engine.Family::transport).distinct().toList());
  }

  public String announcement(Duration budget) {
    return Text.count(wanted.size(), "cell")
        + " of "
        + engine.id()
        + ", in about "
        + Text.count(Math.toIntExact(budget.toSeconds()), "second");
  }

  /** The options of the run, for the header of the results. */
  public RunOptions options(Duration budget, String baseline) {
    RunOptions options =
        RunOptions.of(
                wanted.stream().map(CellId::scenario).distinct().toList(),
                wanted.stream().map(CellId::strategy).distinct().toList(),
                wanted.stream().map(CellId::transport).distinct().toList())
            .withMode(engine.mode())
            .withBudgetMs(budget.toMillis())
            .withBaseline(baseline);
    return CellList.describe(wanted, options);
  }

  /**
   * The jar of the engine; the launcher builds it.
   *
   * @throws ToolException if it does not exist
   */
  public static Path jar(Engine engine) {
    Path jar = engine.jar(SourceTree.root());
    if (!Files.exists(jar)) {
      throw new ToolException(
          "there is no "
              + jar
              + ", which --mode "
              + engine.id()
              + " needs; build it with: "
              + engine.build());
    }
    return jar;
  }
}

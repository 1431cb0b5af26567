package dev.lockjaw.cli.execution;

import dev.lockjaw.cli.context.SourceTree;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.cli.option.GivenFiles;
import dev.lockjaw.cli.option.Selection;
import dev.lockjaw.explain.Text;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.merge.CellList;
import dev.lockjaw.reports.text.CellOrder;
import dev.lockjaw.result.CellId;
import dev.lockjaw.run.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an {@link Engine} is to run.
 *
 * @param wanted what the user asked for
 * @param proofs cells that are known to fail, one for each transport in use: run first, and none of
 *     the run's own unless they are wanted too
 */
public record EngineCells(Engine engine, List<CellId> wanted, List<CellId> proofs) {
  public static EngineCells of(Engine engine, Selection selection, Registry registry) {
    List<Engine.Family> families = selection.families(engine);
    List<CellId> wanted = selection.cells(engine, families, registry);
    if (wanted.isEmpty()) {
      throw new UsageException(
          "none of the selected scenarios of --mode "
              + engine.id()
              + " is about the selected strategies on the selected transports; its scenarios are "
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

  /** The proofs first, and none twice. */
  public List<CellId> all() {
    Set<CellId> all = new LinkedHashSet<>(proofs);
    all.addAll(wanted);
    return new ArrayList<>(all);
  }

  /** The order in which they are shown. */
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
  public Map<String, Object> header(Duration budget, String baseline) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("scenarios", wanted.stream().map(CellId::scenario).distinct().toList());
    header.put("strategies", wanted.stream().map(CellId::strategy).distinct().toList());
    header.put("transports", wanted.stream().map(CellId::transport).distinct().toList());
    header.put("mode", engine.id());
    header.put("budgetMs", budget.toMillis());
    header.put(GivenFiles.Baseline.OPTION, baseline);
    CellList.describe(wanted, header);
    return header;
  }

  /**
   * The engine's jar, which the launcher builds.
   *
   * @throws ToolException if it is not there
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

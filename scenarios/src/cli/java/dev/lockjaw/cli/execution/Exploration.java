package dev.lockjaw.cli.execution;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.run.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Explores or stresses cells with a progress line; Ctrl-C ends it early. */
public final class Exploration {
  private final Context context;
  private final Campaign.Options options;
  private final CellRunner runner;

  public Exploration(Context context, Campaign.Options options, CellRunner runner) {
    this.context = context;
    this.options = options;
    this.runner = runner;
  }

  /** Explores one cell without a progress line. */
  public CellResult silently(Cell cell) {
    List<CellResult> results = new ArrayList<>(1);
    Campaign campaign = new Campaign(List.of(cell), options, runner, results::add);
    run(campaign);
    return results.get(results.size() - 1);
  }

  /** Like {@link #explore(List, Consumer)}, with the results only as the return value. */
  public List<CellResult> explore(List<Cell> cells) {
    return explore(cells, result -> {});
  }

  /**
   * Explores cells until all are done, or until Ctrl-C.
   *
   * @param taker gets each result as soon as its cell ends, and a better one if the cell is run
   *     again; if it throws, the run ends
   * @return the last result of each cell, in the order of the cells
   */
  public List<CellResult> explore(List<Cell> cells, Consumer<CellResult> taker) {
    Map<CellId, CellResult> results = new HashMap<>();
    List<RuntimeException> failures = new ArrayList<>(1);
    try (Progress progress = new Progress(context.terminal(), cells.size(), options)) {
      Runnable[] cancel = new Runnable[1];
      Campaign campaign =
          new Campaign(
              cells,
              options,
              runner,
              result -> {
                results.put(result.id(), result);
                progress.add(result);
                try {
                  if (failures.isEmpty()) {
                    taker.accept(result);
                  }
                } catch (RuntimeException failed) {
                  failures.add(failed); // on a thread of the campaign
                  cancel[0].run();
                }
              });
      cancel[0] = campaign::cancel;
      progress.follow(campaign::schedules);
      run(campaign);
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return cells.stream().map(cell -> results.get(cell.id())).toList();
  }

  private void run(Campaign campaign) {
    context.interrupt().react(campaign::cancel);
    try {
      campaign.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

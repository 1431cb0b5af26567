package dev.lockjaw.reports.baseline;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares results with a baseline.
 *
 * @param cells the results, judged by the baseline
 * @param news the cells with a finding that the baseline doesn't have
 * @param lacking the cells that the baseline covers and that were not run
 * @param gone the expected findings that no longer show, although all interleavings within the
 *     bound were run
 * @param errors the cells at which Lockjaw failed
 * @param unproven the transports without a proof that the run can see a fault
 */
public record Gate(
    List<CellLine> cells,
    List<CellLine> news,
    List<Lacking> lacking,
    List<Gone> gone,
    List<CellLine> errors,
    List<String> unproven) {

  /**
   * A covered cell that was not run.
   *
   * @param reason why; null if the results don't contain it
   */
  public record Lacking(CellId cell, String reason) {}

  /**
   * Kinds of findings that a cell no longer shows.
   *
   * @param all whether it also shows no other kind
   */
  public record Gone(CellLine cell, List<FindingKind> kinds, boolean all) {}

  /**
   * @param scope the covered cells that these results must contain: all, or those of a shard
   */
  public static Gate of(
      Expectations baseline,
      List<CellLine> results,
      List<CellLine> proofs,
      Predicate<CellId> scope) {
    List<CellLine> cells = results.stream().map(cell -> baseline.judge(cell.result())).toList();
    return new Gate(
        cells,
        with(cells, Outcome.FAILED),
        lacking(baseline, cells, scope),
        cells.stream().map(Gate::gone).flatMap(Optional::stream).toList(),
        with(cells, Outcome.ERROR),
        unproven(cells, proofs));
  }

  private static List<CellLine> with(List<CellLine> cells, Outcome outcome) {
    return cells.stream().filter(cell -> cell.outcome() == outcome).toList();
  }

  private static List<Lacking> lacking(
      Expectations baseline, List<CellLine> cells, Predicate<CellId> scope) {
    Map<CellId, CellResult> results = new HashMap<>();
    cells.forEach(cell -> results.put(cell.result().id(), cell.result()));
    List<Lacking> lacking = new ArrayList<>();
    for (CellId cell : baseline.covered()) {
      CellResult result = results.get(cell);
      boolean missing = result == null || result.verdict() == Verdict.SKIPPED;
      if (missing && scope.test(cell)) {
        lacking.add(new Lacking(cell, result == null ? null : result.ending().text()));
      }
    }
    return lacking;
  }

  private static Optional<Gone> gone(CellLine cell) {
    boolean ran = cell.outcome() == Outcome.GONE || cell.result().verdict() == Verdict.FAIL;
    if (!ran
        || !cell.result().mode().conclusive()
        || cell.cutShort()
        || cell.expected().verdict() != Verdict.FAIL) {
      return Optional.empty();
    }
    List<FindingKind> kinds = new ArrayList<>(cell.expected().kinds());
    kinds.removeAll(cell.result().findings().stream().map(Finding::kind).toList());
    boolean all = cell.outcome() == Outcome.GONE;
    return all || !kinds.isEmpty() ? Optional.of(new Gone(cell, kinds, all)) : Optional.empty();
  }

  private static List<String> unproven(List<CellLine> cells, List<CellLine> proofs) {
    Set<String> unproven = new LinkedHashSet<>();
    for (CellLine cell : cells) {
      boolean needsProof = cell.result().mode() != Mode.WATCH; // no cell runs that could be broken
      if (needsProof && cell.outcome() != Outcome.SKIPPED) {
        unproven.add(cell.result().id().transport());
      }
    }
    for (CellLine proof : proofs) {
      if (proof.result().verdict() == Verdict.FAIL) {
        unproven.remove(proof.result().id().transport());
      }
    }
    proofs.stream()
        .filter(proof -> proof.result().verdict() != Verdict.FAIL)
        .forEach(proof -> unproven.add(proof.result().id().transport()));
    return List.copyOf(unproven);
  }

  /** Whether nothing was run. */
  public boolean ranNothing() {
    return cells.stream().allMatch(cell -> cell.outcome() == Outcome.SKIPPED);
  }

  /** Whether these results can't be trusted, whatever they show. */
  public boolean untrustworthy() {
    return ranNothing() || !errors.isEmpty() || !unproven.isEmpty();
  }

  /**
   * Whether the gate fails.
   *
   * @param strict whether findings that are gone make it fail too
   */
  public boolean shut(boolean strict) {
    return !news.isEmpty() || !lacking.isEmpty() || strict && !gone.isEmpty();
  }
}

package dev.lockjaw.worker;

import dev.lockjaw.child.Death;
import dev.lockjaw.monitor.Finding;
import dev.lockjaw.monitor.FindingKind;
import dev.lockjaw.monitor.Step;
import dev.lockjaw.monitor.ThreadEvidence;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Limits;
import dev.lockjaw.run.Replay;
import dev.lockjaw.run.Token;
import dev.lockjaw.run.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a cell came to whose worker died of it. */
record PostMortem(Cell cell, Limits limits, Logbook.Entry last, Death death, long elapsedNanos) {

  private static final String NOT_AGAIN =
      "; alone in a fresh process this schedule did not kill it, so an earlier one of the cell may"
          + " have damaged the heap";

  /**
   * Draws the conclusion.
   *
   * @param witness runs the schedule once more
   * @param report name of the file with the JVM's report, or null
   */
  CellResult result(Supplier<Witness> witness, String report) {
    if (!blamesTheStack() || last.begun() == 0) {
      return CellResult.without(
          cell, "explore", Verdict.ERROR, "the worker JVM " + death.text() + " in mid-cell");
    }
    String kept = report == null ? "" : "; the JVM's report is in " + report;
    return new CellResult(
        cell.scenario().id(),
        cell.strategy().id(),
        cell.transport().id(),
        cell.protocol().id(),
        "explore",
        Verdict.FAIL,
        last.begun(),
        0,
        Math.max(1, last.failing()),
        0,
        false,
        limits.preemptions(),
        elapsedNanos / 1e6,
        0,
        (last.firstNanos() < 0 ? elapsedNanos : last.firstNanos()) / 1e6,
        last.firstRun() < 0 ? last.begun() : last.firstRun(),
        List.of(finding(witness.get())),
        "ended by a crash after " + last.begun() + " schedules" + kept);
  }

  /** A hang is held against the stack only where it was allowed to be misused. */
  private boolean blamesTheStack() {
    return death.isCrash() || (death.cause() == Death.Cause.HUNG && cell.conditions().letCrash());
  }

  private Finding finding(Witness witness) {
    Optional<Finding> seen =
        Optional.ofNullable(witness.replay())
            .flatMap(same -> same.findings().stream().map(Replay.Found::finding).findFirst());
    List<ThreadEvidence> threads = seen.map(Finding::threads).orElse(List.of());
    List<Step> interleaving = seen.map(Finding::interleaving).orElse(List.of());
    String before = seen.map(finding -> ": " + finding.message()).orElse("");
    return new Finding(
        FindingKind.NATIVE_CRASH,
        "the process " + death.text() + before + (witness.again() ? "" : NOT_AGAIN),
        threads,
        null,
        Token.of(cell, last.schedule()).text(),
        interleaving);
  }
}

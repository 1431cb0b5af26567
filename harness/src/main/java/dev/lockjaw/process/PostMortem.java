package dev.lockjaw.process;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the result of a cell whose worker died. */
record PostMortem(Cell cell, Limits limits, Attempt attempt) {
  private static final String NOT_AGAIN =
      "; alone in a fresh process this schedule did not kill it, so an earlier one of the cell may"
          + " have damaged the heap";

  /**
   * Makes the result.
   *
   * @param witness runs the schedule once more
   */
  CellResult result(Supplier<CrashWitness> witness) {
    Logbook.Entry last = attempt.last();
    if (!attempt.blamesTheStack(cell.conditions().letCrash())) {
      return CellResult.error(
          cell.id(), limits.mode(), "the worker JVM " + attempt.death().text() + " in mid-cell");
    }
    boolean before = last.firstRun() > 0;
    return new CellResult(
        cell.id(),
        limits.mode(),
        Verdict.FAIL,
        new Extent(limits.preemptions(), false),
        Counts.of(last.begun(), last.failing() + 1).withRaces(last.races()),
        Times.elapsed(attempt.nanos() / 1e6)
            .withFirstFinding(
                before ? last.firstRun() : last.begun(),
                (before ? last.firstNanos() : attempt.nanos()) / 1e6),
        limits.seed(),
        List.of(limits.mode() == Mode.EXPLORE ? explored(witness.get()) : stressed()),
        crashed());
  }

  private Ending crashed() {
    String kept = attempt.report() == null ? "" : "; the JVM's report is in " + attempt.report();
    return new Ending(
        EndingKind.CRASHED,
        "ended by a crash after "
            + attempt.last().begun()
            + (limits.mode() == Mode.EXPLORE ? " schedules" : " iterations")
            + kept);
  }

  private Finding stressed() {
    String what = "the process " + attempt.death().text();
    return new Finding(FindingKind.NATIVE_CRASH, what, List.of(), null);
  }

  private Finding explored(CrashWitness witness) {
    Optional<Finding> seen =
        Optional.ofNullable(witness.replay())
            .flatMap(
                same -> same.findings().stream().map(ScheduleReplay.Found::finding).findFirst());
    List<ThreadEvidence> threads = seen.map(Finding::threads).orElse(List.of());
    List<Step> interleaving = seen.map(Finding::interleaving).orElse(List.of());
    String before = seen.map(finding -> ": " + finding.message()).orElse("");
    return new Finding(
        FindingKind.NATIVE_CRASH,
        "the process " + attempt.death().text() + before + (witness.again() ? "" : NOT_AGAIN),
        threads,
        null,
        cell.token(attempt.last().schedule()).text(),
        interleaving);
  }
}

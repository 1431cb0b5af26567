package dev.lockjaw.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.lock.NoLock;
import dev.lockjaw.process.Death.Cause;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.jsse.JsseTransport;
import dev.lockjaw.worker.Fates;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasualtiesTest {
  private final Cell cell =
      Cell.of(new Fates.WriteFree(), new NoLock(), new JsseTransport(), Protocol.TLS_1_2);
  private final Casualties casualties =
      new Casualties(cell, new Limits(Mode.STRESS, 0, true, Long.MAX_VALUE, true, 7));

  private static Attempt died(Cause cause, long begun, long failing, long races) {
    Death death = new Death(cause, 139, "SIGSEGV", "f", "at 0x" + begun);
    long first = failing > 0 ? 3 : -1;
    Logbook.Entry last =
        new Logbook.Entry(begun, failing, races, first, first * 1_000_000, Schedule.DEFAULT);
    return new Attempt(null, death, last, null, 50_000_000);
  }

  private Attempt survived(long schedules, long failing, Finding... findings) {
    Times times = Times.elapsed(100).withConnect(40);
    return Attempt.survived(
        new CellResult(
            cell.id(),
            Mode.STRESS,
            failing > 0 ? Verdict.FAIL : Verdict.PASS,
            Extent.NONE,
            Counts.of(schedules, failing).withRaces(failing),
            failing > 0 ? times.withFirstFinding(2, 9) : times,
            7,
            List.of(findings),
            Ending.COMPLETE));
  }

  private void add(Attempt attempt) {
    casualties.begin();
    casualties.add(attempt);
  }

  @Test
  void aCellWithoutDeathsAndFindingsPasses() {
    add(survived(1000, 0));
    CellResult result = casualties.result();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings()).isEmpty();
    assertThat(result.times().firstFindingMs()).isEqualTo(-1);
    assertThat(result.times().firstFindingSchedule()).isEqualTo(-1);
  }

  @Test
  void deathsAreCountedByTheirKind() {
    add(died(Cause.CRASH, 100, 4, 10));
    add(died(Cause.CRASH, 200, 0, 1));
    add(died(Cause.HUNG, 50, 1, 1));
    add(survived(1000, 5, new Finding(FindingKind.USE_AFTER_FREE, "late", List.of(), null)));
    CellResult result = casualties.result();
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.counts().schedules()).isEqualTo(1350);
    assertThat(result.counts().failing()).isEqualTo(4 + 1 + 1 + 1 + 1 + 5);
    assertThat(result.counts().races()).isEqualTo(10 + 1 + 1 + 1 + 1 + 1 + 5);
    assertThat(result.times().firstFindingSchedule()).isEqualTo(3);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NATIVE_CRASH, FindingKind.USE_AFTER_FREE);
    assertThat(result.findings().get(0).message())
        .isEqualTo(
            "the native stack killed 3 of 4 processes in 1350 iterations, in 13 of which threads"
                + " met that must not: 2 died of SIGSEGV in f; 1 did not go on and was ended in f");
  }

  @Test
  void theFirstFindingIsNumberedAcrossAllProcesses() {
    add(survived(10, 0));
    add(died(Cause.ABORT, 5, 0, 0));
    assertThat(casualties.result().times().firstFindingSchedule()).isEqualTo(15);
    assertThat(casualties.result().times().firstFindingMs()).isGreaterThanOrEqualTo(50);
  }

  /** Else the result would say that it was not reached, though it was. */
  @Test
  void theTimeMayBeOverBeforeTheLastProcessBegins() {
    add(survived(10, 0));
    add(Attempt.survived(CellResult.skipped(cell.id(), Mode.STRESS, Ending.NOT_REACHED)));
    assertThat(casualties.result().verdict()).isEqualTo(Verdict.PASS);
    assertThat(casualties.result().ending()).isEqualTo(Ending.COMPLETE);
  }

  @Test
  void whereTheTimeIsOverBeforeTheFirstProcessBeginsTheCellIsNotReached() {
    add(Attempt.survived(CellResult.skipped(cell.id(), Mode.STRESS, Ending.NOT_REACHED)));
    assertThat(casualties.result().verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(casualties.result().ending()).isEqualTo(Ending.NOT_REACHED);
  }

  /** A crash counts as the stack's. A kill from outside does not, and makes the cell an error. */
  @Test
  void aKillFromOutsideIsAnErrorOfTheTool() {
    add(survived(10, 0));
    add(died(Cause.KILLED, 5, 0, 0));
    assertThat(casualties.toolFailed()).isTrue();
    assertThat(casualties.result().verdict()).isEqualTo(Verdict.ERROR);
    assertThat(casualties.result().ending().text()).contains("was killed by SIGSEGV");
  }
}

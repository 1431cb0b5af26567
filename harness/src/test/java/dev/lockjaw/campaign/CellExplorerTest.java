package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Lambda;
import dev.lockjaw.run.PlainTextTransport;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Scene;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Word;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CellExplorerTest {
  private final Cells cells = new Cells();

  @AfterEach
  void end() {
    cells.close();
  }

  private static Cell cell(Scenario scenario, String strategy) {
    return Cells.cell(scenario, strategy, PlainTextTransport.DUPLEX);
  }

  private static Limits until(long millis, int bound, boolean random) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return new Limits(Mode.EXPLORE, bound, true, deadline, random, 42);
  }

  @Test
  void aSoundCellPassesExhausted() throws IOException {
    CellResult result = cells.explore(cell(Scene.WRITE_FREE, "plain"), Limits.exhaust(2));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.extent().exhausted()).isTrue();
    assertThat(result.counts().schedules()).isGreaterThan(5);
    assertThat(result.findings()).isEmpty();
    assertThat(result.times().firstFindingSchedule()).isEqualTo(-1);
    assertThat(result.times().firstFindingMs()).isEqualTo(-1);
    assertThat(result.ending().text()).isNull();
  }

  @Test
  void aFaultyCellFailsWithEveryKindOfFault() throws IOException {
    CellResult result = cells.explore(cell(Scene.WRITE_FREE, "none"), Limits.exhaust(2));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.extent().exhausted()).isTrue();
    assertThat(result.counts().failing()).isPositive().isLessThan(result.counts().schedules());
    assertThat(result.times().firstFindingSchedule()).isPositive();
    assertThat(result.findings())
        .extracting(Finding::kind)
        .contains(
            FindingKind.USE_AFTER_FREE, FindingKind.FREE_IN_USE, FindingKind.NULL_DEREFERENCE);
    assertThat(result.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.token()).startsWith("LJ1/write-free/none/");
              assertThat(finding.interleaving()).isNotEmpty();
            });
  }

  @Test
  void theFirstFailingScheduleIsAlwaysTheSame() throws IOException {
    Cell cell = cell(Scene.READ_WRITE_FREE, "none");
    CellResult first = cells.explore(cell, Limits.exhaust(1));
    for (int i = 0; i < 20; i++) {
      CellResult again = cells.explore(cell, Limits.exhaust(1));
      assertThat(again.times().firstFindingSchedule())
          .isEqualTo(first.times().firstFindingSchedule());
      assertThat(again.findings())
          .extracting(Finding::token)
          .isEqualTo(first.findings().stream().map(Finding::token).toList());
      assertThat(again.counts().schedules()).isEqualTo(first.counts().schedules());
      assertThat(again.counts().failing()).isEqualTo(first.counts().failing());
    }
  }

  @Test
  void theFindingKeptIsASimplestOne() throws IOException {
    CellResult result = cells.explore(cell(Scene.WRITE_FREE, "none"), Limits.exhaust(3));
    assertThat(result.findings())
        .allSatisfy(
            finding ->
                assertThat(Token.parse(finding.token()).schedule().deviations().size())
                    .as(finding.message())
                    .isLessThanOrEqualTo(3));
  }

  /**
   * Explores with more and more time, until the result is as wanted. The machine decides how much
   * time that takes.
   */
  private CellResult within(Cell cell, int bound, Predicate<CellResult> enough) throws IOException {
    for (long millis = 100; ; millis *= 2) {
      CellResult result = cells.explore(cell, until(millis, bound, false));
      if (result.counts().schedules() == 0) {
        assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      }
      if (!result.extent().exhausted()) {
        assertThat(result.ending().text())
            .isEqualTo(
                "cut short by the budget after " + result.counts().schedules() + " schedules");
      }
      if (enough.test(result)) {
        return result;
      }
    }
  }

  @Test
  void theBudgetCutsShort() throws IOException {
    CellResult result =
        within(cell(Scene.READ_WRITE_FREE, "free-aware"), 9, some -> some.counts().schedules() > 0);
    assertThat(result.extent().exhausted()).isFalse();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void findingsBeforeTheEndOfTheBudgetAreKept() throws IOException {
    CellResult result =
        within(cell(Scene.READ_WRITE_FREE, "none"), 9, some -> some.counts().failing() > 0);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.extent().exhausted()).isFalse();
    assertThat(result.findings()).isNotEmpty();
  }

  /** Nothing ran, so nothing is known. That must never look like a pass. */
  @Test
  void aBudgetThatIsOverIsNoPass() throws IOException {
    CellResult result = cells.explore(cell(Scene.WRITE_FREE, "none"), until(0, 2, false));
    assertThat(result.counts().schedules()).isZero();
    assertThat(result.verdict()).isNotEqualTo(Verdict.PASS);
  }

  @Test
  void aCancelledExplorationReportsIt() throws IOException {
    Cell cell = cell(Scene.READ_WRITE_FREE, "free-aware");
    CellResult result =
        new CellExplorer(
                cell,
                cell.transport().open(cell.protocol()),
                cells.workers,
                Limits.exhaust(9),
                new CountedWatch(10),
                FlightRecorder.NONE)
            .explore();
    assertThat(result.extent().exhausted()).isFalse();
    assertThat(result.counts().schedules()).isEqualTo(10);
    assertThat(result.ending().text()).isEqualTo("interrupted after 10 schedules");
  }

  // ---- nondeterministic scenarios ----

  /** Takes more steps in every second run. */
  @Test
  void aScenarioThatDiffersEachTimeIsAnError() throws IOException {
    AtomicInteger runs = new AtomicInteger();
    Scenario fickle =
        new Lambda(
            "fickle",
            stage -> {
              int steps = runs.getAndIncrement() % 2 == 0 ? 6 : 1;
              Shared on = new Shared("thing");
              for (String name : List.of("one", "other")) {
                stage.actor(
                    name,
                    () -> {
                      for (int i = 0; i < steps; i++) {
                        stage.sync().point("step", on);
                      }
                    });
              }
            });
    CellResult result = cells.explore(cell(fickle, "none"), Limits.exhaust(2));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text()).startsWith("not deterministic: schedule ");
  }

  @Test
  void aFindingThatIsNotReproducedIsAnError() throws IOException {
    AtomicInteger runs = new AtomicInteger();
    Scenario fickle =
        new Lambda(
            "fickle",
            stage -> {
              boolean first = runs.getAndIncrement() == 0;
              stage.actor("alone", () -> stage.sync().point("step", null));
              stage.check(
                  () -> {
                    if (first) {
                      stage.report(FindingKind.LOST_MESSAGE, "only once");
                    }
                  });
            });
    CellResult result = cells.explore(cell(fickle, "none"), Limits.exhaust(2));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text())
        .contains("not deterministic", "only once", "not when that was run again");
  }

  // ---- random interleavings ----

  /** One actor writes 1 and 2. The other must see first 1 and then 2. */
  private static Scenario twoPreemptions(boolean faulty) {
    return new Lambda(
        "two-preemptions",
        stage -> {
          Word word = stage.sync().word("word", 0);
          stage.actor(
              "writer",
              () -> {
                word.set(1);
                word.set(2);
                word.set(3);
              });
          stage.actor(
              "reader",
              () -> {
                boolean seen = word.get() == 1;
                seen &= word.get() == 2;
                if (seen && faulty) {
                  stage.report(FindingKind.REORDERED, "saw both");
                }
              });
        });
  }

  @Test
  void randomInterleavingsFindFaultsBeyondTheBoundAndTheirTokensReplay() throws IOException {
    Cell cell = cell(twoPreemptions(true), "none");
    assertThat(cells.explore(cell, Limits.exhaust(1)).verdict()).isEqualTo(Verdict.PASS);
    CellResult result = cells.explore(cell, until(50_000, 1, true));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.counts().random()).isPositive().isEqualTo(result.counts().schedules());
    String token = result.findings().get(0).token();
    for (int i = 0; i < 20; i++) {
      ScheduleReplay replay = cells.replay(cell, Token.parse(token).schedule());
      assertThat(replay.fits()).isTrue();
      assertThat(replay.findings())
          .extracting(found -> found.finding().message())
          .containsExactly("saw both");
    }
  }

  @Test
  void randomInterleavingsAreTheSameForTheSameSeed() throws IOException {
    Cell cell = cell(twoPreemptions(true), "none");
    CellResult one = cells.explore(cell, until(50_000, 1, true));
    CellResult other = cells.explore(cell, until(50_000, 1, true));
    assertThat(one.counts().random()).isEqualTo(other.counts().random());
    assertThat(one.findings().get(0).token()).isEqualTo(other.findings().get(0).token());
  }

  @Test
  void aSoundCellPassesWhenTheBudgetEnds() throws IOException {
    CellResult result = cells.explore(cell(twoPreemptions(false), "none"), until(300, 1, true));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict())
        .isEqualTo(result.counts().random() > 0 ? Verdict.PASS : Verdict.SKIPPED);
  }
}

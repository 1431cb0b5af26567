package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Lambda;
import dev.lockjaw.run.PlainTextTransport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who gets how much of a budget, by a clock that only running cells move. */
class BudgetTest {
  private static final int MILLI = 1_000_000;

  private final Map<String, CellResult> results = new LinkedHashMap<>();
  private final List<String> ran = new ArrayList<>();
  private long now = 7;
  private boolean faultBeyondTheBound;

  /** A cell that needs so many milliseconds, one for each interleaving within its bound. */
  private static Cell needing(int millis, String name) {
    return Cells.cell(
        new Lambda(name + "-" + millis, stage -> {}), "plain", PlainTextTransport.DUPLEX);
  }

  private final class Clocked implements CellRunner {
    @Override
    public CellResult run(Cell cell, Supplier<Limits> share, RunControl watch) {
      String name = cell.scenario().id();
      Limits limits = share.get();
      int needs = Integer.parseInt(name.substring(name.indexOf('-') + 1));
      int has = (int) ((limits.deadline() - now) / MILLI);
      int runs = limits.random() ? has : Math.min(needs, has);
      now += (long) runs * MILLI;
      boolean exhausted = !limits.random() && runs == needs;
      boolean fails = limits.random() && faultBeyondTheBound;
      ran.add(name + (limits.random() ? " at random for " : " for ") + runs);
      return new CellResult(
          cell.id(),
          limits.mode(),
          fails ? Verdict.FAIL : Verdict.PASS,
          new Extent(limits.preemptions(), exhausted),
          Counts.of(runs, fails ? 1 : 0).withRandom(limits.random() ? runs : 0),
          fails ? Times.elapsed(runs).withFirstFinding(1, 1) : Times.elapsed(runs),
          1,
          fails ? List.of(new Finding(FindingKind.STALL, "late", List.of(), null)) : List.of(),
          exhausted || limits.random()
              ? Ending.COMPLETE
              : new Ending(EndingKind.BUDGET, "cut short"));
    }

    @Override
    public void close() {}
  }

  private void spend(int millis, Cell... cells) throws InterruptedException {
    new Campaign(
            List.of(cells),
            new Campaign.Options(2, true, (long) millis * MILLI, 1, 42),
            new Clocked(),
            result -> results.put(result.id().scenario(), result),
            () -> now)
        .run();
  }

  private boolean exhausted(String name) {
    return results.get(name).extent().exhausted();
  }

  @Test
  void aCellLeavesWhatItDoesNotUseToLaterOnes() throws InterruptedException {
    spend(100, needing(1, "a"), needing(1, "b"), needing(98, "c"));
    assertThat(ran).containsExactly("a-1 for 1", "b-1 for 1", "c-98 for 98");
    assertThat(exhausted("c-98")).isTrue();
  }

  @Test
  void aCellThatIsCutShortIsRunAgainWithWhatLaterOnesLeave() throws InterruptedException {
    spend(100, needing(50, "a"), needing(1, "b"), needing(1, "c"), needing(23, "d"));
    assertThat(ran)
        .containsExactly("a-50 for 25", "b-1 for 1", "c-1 for 1", "d-23 for 23", "a-50 for 50");
    assertThat(exhausted("a-50")).isTrue();
  }

  @Test
  void aCellThatCannotGetEnoughStaysCutShortAndIsNoPassInSilence() throws InterruptedException {
    spend(100, needing(500, "a"), needing(1, "b"), needing(1, "c"), needing(1, "d"));
    assertThat(ran)
        .startsWith("a-500 for 25", "b-1 for 1", "c-1 for 1", "d-1 for 1", "a-500 for 72");
    assertThat(results.get("a-500").ending().is(EndingKind.BUDGET)).isTrue();
    assertThat(results.get("a-500").counts().schedules()).isEqualTo(72);
  }

  @Test
  void theRestGoesToRandomInterleavingsOfWhatHasPassed() throws InterruptedException {
    spend(100, needing(10, "a"), needing(10, "b"));
    assertThat(ran)
        .containsExactly(
            "a-10 for 10", "b-10 for 10", "a-10 at random for 40", "b-10 at random for 40");
    CellResult both = results.get("b-10");
    assertThat(both.verdict()).isEqualTo(Verdict.PASS);
    assertThat(both.extent()).isEqualTo(new Extent(2, true));
    assertThat(both.counts()).isEqualTo(Counts.of(50, 0).withRandom(40));
    assertThat(both.times().elapsedMs()).isEqualTo(50);
  }

  @Test
  void aFaultBeyondTheBoundIsCountedFromTheBeginningOfTheCell() throws InterruptedException {
    faultBeyondTheBound = true;
    spend(100, needing(10, "a"));
    CellResult result = results.get("a-10");
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.extent().exhausted()).isTrue();
    assertThat(result.times().firstFindingSchedule()).isEqualTo(11);
    assertThat(result.times().firstFindingMs()).isEqualTo(11);
  }

  @Test
  void aCellThatIsSkippedGetsNoTime() throws InterruptedException {
    Cell absent = Cells.cell(new Lambda("absent-9", stage -> {}), "plain", CampaignTest.absent());
    spend(20, absent, needing(20, "a"), absent);
    assertThat(ran).containsExactly("a-20 for 20");
  }
}

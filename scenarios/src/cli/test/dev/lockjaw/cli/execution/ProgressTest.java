package dev.lockjaw.cli.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressTest {
  private static final CellResult PASSED =
      new CellResult(
          new CellId("write-free", "plain", "bc", "tls1.2"),
          Mode.EXPLORE,
          Verdict.PASS,
          new Extent(2, true),
          Counts.of(300, 0),
          Times.elapsed(5).withConnect(1),
          1,
          List.of(),
          Ending.COMPLETE);

  private final StringWriter err = new StringWriter();

  private Progress progress(boolean live, long budgetNanos) {
    return progress(Mode.EXPLORE, live, budgetNanos);
  }

  private Progress progress(Mode mode, boolean live, long budgetNanos) {
    Campaign.Options options = new Campaign.Options(mode, 2, true, budgetNanos, 1, 1);
    PrintWriter writer = new PrintWriter(err);
    return new Progress(new Terminal(writer, writer, 80, false, live), 4, options);
  }

  @Test
  void saysHowFarItIsHowFastAndHowLongYet() {
    try (Progress progress = progress(false, Long.MAX_VALUE)) {
      progress.add(PASSED);
      progress.follow(() -> 300);

      assertThat(progress.line(Duration.ofSeconds(10).toNanos()))
          .isEqualTo("1 of 4 cells, 0 failing, 30 schedules/s, about 30 s left");
    }
  }

  @Test
  void saysMinutesWhereThereAreMany() {
    try (Progress progress = progress(false, Long.MAX_VALUE)) {
      progress.add(PASSED);

      assertThat(progress.line(Duration.ofSeconds(100).toNanos())).endsWith(", about 5 min left");
    }
  }

  @Test
  void doesNotGuessBeforeTheFirstCell() {
    try (Progress progress = progress(false, Long.MAX_VALUE)) {
      assertThat(progress.line(Duration.ofSeconds(10).toNanos()))
          .isEqualTo("0 of 4 cells, 0 failing, 0 schedules/s");
    }
  }

  @Test
  void reckonsByTheBudgetIfThatEndsSooner() {
    try (Progress progress = progress(false, Duration.ofSeconds(15).toNanos())) {
      progress.add(PASSED);

      assertThat(progress.line(Duration.ofSeconds(10).toNanos())).endsWith(", about 5 s left");
    }
  }

  /** Its cells share the budget, so how many are done says nothing of how long it takes. */
  @Test
  void underStressTheBudgetAloneSaysHowLongYet() {
    long budget = Duration.ofSeconds(60).toNanos();
    try (Progress progress = progress(Mode.STRESS, false, budget)) {
      progress.add(PASSED);
      progress.follow(() -> 12_345);

      assertThat(progress.line(Duration.ofSeconds(10).toNanos()))
          .isEqualTo("1 of 4 cells, 0 failing, 1,235 iterations/s, about 50 s left");
    }
  }

  @Test
  @Timeout(60)
  void leavesNothingBehindOnATerminal() throws Exception {
    try (Progress progress = progress(true, Long.MAX_VALUE)) {
      progress.add(PASSED);
      while (!err.toString().contains("1 of 4 cells")) {
        Thread.sleep(1);
      }
    }

    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  /** One for each ten seconds that it took: on a machine that stands still that may be some. */
  @Test
  void saysNothingInAPipeForAWhile() {
    long start = System.nanoTime();
    progress(false, Long.MAX_VALUE).close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(err.toString().lines().count()).isLessThanOrEqualTo(took.toSeconds() / 10);
  }
}

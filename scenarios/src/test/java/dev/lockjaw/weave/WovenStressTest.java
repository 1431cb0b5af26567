package dev.lockjaw.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stress takes its delays at the points of woven code. */
@Timeout(300)
class WovenStressTest {
  private static final int ITERATIONS = 100;

  private static CellResult stress(String session, long seed) throws Exception {
    Cell cell = WovenCells.cell("write-write", WovenCells.woven(session));
    AtomicLong ran = new AtomicLong();
    RunControl watch =
        new RunControl() {
          @Override
          public boolean cancelled() {
            return ran.get() >= ITERATIONS;
          }

          @Override
          public void ran(long more) {
            ran.addAndGet(more);
          }
        };
    try (InThisJvm runner = new InThisJvm()) {
      return runner.run(
          cell, () -> new Limits(Mode.STRESS, 0, false, Long.MAX_VALUE, false, seed), watch);
    }
  }

  /**
   * One in twenty iterations loses an update of a plain field, on two busy cores and on one. The
   * probability that none of 3,000 does is below 1e-60. Without a delay between the read and the
   * write, a few nanoseconds lie between them.
   */
  @Test
  void aPlainNumberIsLost() throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      CellResult result = stress("PlainNumber", seed);
      if (!result.findings().isEmpty()) {
        assertThat(result.findings())
            .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.LOST_MESSAGE));
        return;
      }
    }
    throw new AssertionError("3,000 iterations lost nothing");
  }

  @Test
  void anAtomicNumberIsNot() throws Exception {
    CellResult result = stress("AtomicNumber", 1);
    assertThat(result.counts().schedules()).isEqualTo(ITERATIONS);
    assertThat(result.findings()).isEmpty();
  }
}

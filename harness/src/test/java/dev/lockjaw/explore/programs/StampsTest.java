package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import example.Stamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits for a stamped lock, in all interleavings with two preemptions. */
@Timeout(120)
class StampsTest {
  @Test
  void aTimedWaitGetsTheLockOrIsLate() throws Exception {
    assertThat(Outcomes.of(Stamps.Timed.class, 2)).containsExactly("0", "2", "late");
  }

  @Test
  void aWaitWithoutALimitIsNeverLate() throws Exception {
    assertThat(Outcomes.of(Stamps.Untimed.class, 2)).containsExactly("0", "2");
  }

  @Test
  void aThreadThatHoldsTheLockWaitsInVain() throws Exception {
    assertThat(Outcomes.of(Stamps.Twice.class, 2)).containsExactly("0 taken");
  }

  @Test
  void anInterruptEndsAWait() throws Exception {
    assertThat(Outcomes.of(Stamps.Interrupted.class, 2)).containsExactly("", "interrupted");
  }
}

package dev.lockjaw.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit of time counts looks a millisecond apart, however often it is asked. */
class LookTest {
  private static final int MOST = 1_000;

  private final StressRun run = new StressRun(new ActorThreads(), 1, true);
  private final Standstill standstill =
      new Standstill(run, List.of(), new Timeouts(List.of(), new Motion()), MOST);
  private final long start = System.nanoTime() + 1_000_000_000;

  @Test
  void oneThatIsAskedTooOftenDoesNotCount() {
    standstill.look(0, start);
    for (int i = 0; i < 10 * MOST; i++) {
      assertThat(standstill.look(i, start + i)).isFalse();
    }
    assertThat(run.findings().isEmpty()).isTrue();
  }

  @Test
  void oneThatIsAskedAMillisecondLaterDoes() {
    for (int i = 0; i < MOST; i++) {
      assertThat(standstill.look(i, start + i * 1_000_000L)).isFalse();
    }
    assertThat(standstill.look(MOST, start + MOST * 1_000_000L)).isTrue();
    assertThat(run.findings().sightings())
        .extracting(Sighting::kind)
        .containsExactly(FindingKind.STALL);
  }
}

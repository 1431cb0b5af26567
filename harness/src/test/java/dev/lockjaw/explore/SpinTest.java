package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An actor that runs and never passes a point is a finding, and not the end of the tool. */
class SpinTest {
  @Test
  void isReportedAndGivenUp() {
    AtomicBoolean enough = new AtomicBoolean();
    try (ActorThreads workers = new ActorThreads()) {
      ControlledRun run = new ControlledRun(workers, true);
      run.actor(
          "spinner",
          () -> {
            while (!enough.get()) {
              Thread.onSpinWait();
            }
          });
      run.execute(new Follower(Schedule.DEFAULT));

      assertThat(run.findings().sightings())
          .singleElement()
          .satisfies(
              sighting -> {
                assertThat(sighting.kind()).isEqualTo(FindingKind.STALL);
                assertThat(sighting.evidence().message())
                    .isEqualTo("spinner runs without ever reaching a scheduling point");
              });
      assertThat(workers.lost()).isEqualTo(1);
      enough.set(true);

      ControlledRun next = new ControlledRun(workers, false);
      next.actor("one", () -> next.point("point", null));
      next.execute(new Follower(Schedule.DEFAULT));
      assertThat(next.findings().sightings()).extracting(Sighting::kind).isEmpty();
    }
  }

  @Test
  void aRunOfNobodyIsRefused() {
    try (ActorThreads workers = new ActorThreads()) {
      assertThatThrownBy(
              () -> new ControlledRun(workers, false).execute(new Follower(Schedule.DEFAULT)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the run has no actors");
    }
  }
}

package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.Learned;
import example.Endless;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loops of woven code that reach no scheduling point. */
@Timeout(120)
class EndlessTest {
  @Test
  void aThreadThatSpinsIsReportedAndLeavesItsLoop() throws Exception {
    Parts woven = woven();
    try (ActorThreads workers = new ActorThreads();
        ControlledRun run =
            new ControlledRun(workers, false, MutexKind.JVM, new Learned(), false)) {
      run.actor("one", () -> Outcomes.go(woven::one));
      run.execute(new Follower(Schedule.DEFAULT));

      assertThat(run.findings().sightings())
          .singleElement()
          .satisfies(
              sighting -> {
                assertThat(sighting.kind()).isEqualTo(FindingKind.STALL);
                assertThat(sighting.signature()).contains("one spins");
              });
      assertThat(workers.lost()).as("threads that were given up").isZero();
    }
  }

  @Test
  void aThreadThatSpinsWhileOthersGoOnLeavesItsLoop() throws Exception {
    try (ActorThreads workers = new ActorThreads();
        ControlledRun run =
            new ControlledRun(workers, false, MutexKind.JVM, new Learned(), false)) {
      Parts woven = woven();
      run.actor("one", () -> Outcomes.go(woven::one));
      run.actor("other", () -> run.point("point", null));
      run.execute(new Follower(Schedule.DEFAULT));

      assertThat(run.findings().sightings())
          .extracting(Sighting::kind)
          .containsExactly(FindingKind.STALL);
      assertThat(workers.lost()).as("threads that were given up").isZero();
    }
  }

  private Parts woven() throws ReflectiveOperationException {
    WeavingLoader loader =
        new WeavingLoader(getClass().getClassLoader(), new Scope(List.of("example..")));
    return (Parts) loader.loadClass(Endless.Spins.class.getName()).getConstructor().newInstance();
  }

  @Test
  void aLongLoopThatEndsIsNoFinding() throws Exception {
    assertThat(Outcomes.of(Endless.Counts.class, 2)).containsExactly("500000");
  }
}

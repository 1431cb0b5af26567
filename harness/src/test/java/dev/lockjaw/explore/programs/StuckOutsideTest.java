package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.Learned;
import example.StuckOutside;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that is stuck in code that is not woven. */
@Timeout(120)
class StuckOutsideTest {
  @Test
  void aMonitorOfWovenCodeIsListedOnce() throws Exception {
    WeavingLoader loader =
        new WeavingLoader(getClass().getClassLoader(), new Scope(List.of("example..")));
    Parts woven =
        (Parts) loader.loadClass(StuckOutside.class.getName()).getConstructor().newInstance();
    try (ActorThreads workers = new ActorThreads();
        ControlledRun run = new ControlledRun(workers, true, MutexKind.JVM, new Learned(), false)) {
      run.actor("one", () -> Outcomes.go(woven::one));
      run.execute(new Follower(Schedule.DEFAULT));
      assertThat(run.findings().sightings())
          .singleElement()
          .satisfies(
              sighting ->
                  assertThat(sighting.evidence().threads().get(0).held())
                      .extracting(Held::lock)
                      .filteredOn(lock -> lock.contains("StuckOutside"))
                      .hasSize(1));
    }
  }
}

package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.Shared;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that ended badly has no effect on the next one with the same threads. */
@Timeout(60)
class PoisonTest {
  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  private void nextRunsAreClean() {
    Steppers toy = new Steppers(true, 3, 3, 2);
    Exploration full = Exploration.of(toy, workers, Exploration.UNBOUNDED, false);
    assertThat(full.count()).isEqualTo(560);
    assertThat(full.kinds()).isEmpty();
    assertThat(full.ran()).allMatch(Ran::complete);
  }

  @Test
  void deadlock() {
    Toy toy =
        run -> {
          var one = run.mutex("A", false);
          var other = run.mutex("B", false);
          for (var locks : List.of(List.of(one, other), List.of(other, one))) {
            run.actor(
                "locks " + locks.get(0),
                () -> {
                  locks.get(0).lock();
                  locks.get(1).lock();
                });
          }
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.parse("2.1").orElseThrow()), true);
    assertThat(ran.kinds()).containsExactly(FindingKind.DEADLOCK);
    nextRunsAreClean();
    assertThat(workers.lost()).isZero();
  }

  @Test
  void foreignDeadlock() {
    for (int i = 1; i <= 3; i++) {
      Ran ran = Ran.run(ForeignDeadlock.TOY, workers, ForeignDeadlock.schedule(), true);
      assertThat(ran.kinds()).containsExactly(FindingKind.DEADLOCK);
      assertThat(workers.lost()).isEqualTo(2 * i);
    }
    nextRunsAreClean();
  }

  @Test
  void livelock() {
    Toy toy =
        run -> {
          Shared flag = new Shared("flag");
          AtomicBoolean never = new AtomicBoolean();
          run.actor(
              "spins",
              () -> {
                while (!never.get()) {
                  run.point("look", flag);
                }
              });
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), true);
    assertThat(ran.kinds()).containsExactly(FindingKind.STALL);
    assertThat(ran.sightings().get(0).evidence().message()).contains("spins", "20000");
    assertThat(ran.complete()).isFalse();
    nextRunsAreClean();
    assertThat(workers.lost()).isZero();
  }

  @Test
  void loopThatEndsIsNoLivelock() {
    Toy toy =
        run -> {
          Shared flag = new Shared("flag");
          run.actor(
              "loops",
              () -> {
                for (int i = 0; i < ControlledRun.STEP_LIMIT - 1; i++) {
                  run.point("look", flag);
                }
              });
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), false);
    assertThat(ran.sightings()).isEmpty();
    assertThat(ran.complete()).isTrue();
  }

  /** What unwinding actors do in their finally blocks is no fault of theirs. */
  @Test
  void unwindingReportsNothing() {
    Toy toy =
        run -> {
          var mutex = run.mutex("A", false);
          Shared on = new Shared("thing");
          run.actor(
              "stuck",
              () -> {
                mutex.lock();
                try {
                  run.await("waits", dev.lockjaw.sync.Waiting.IO, on, () -> false);
                } finally {
                  mutex.unlock();
                  run.findings().report(FindingKind.LEAK, "unwinding", 0, false, () -> null);
                  run.point("never", on);
                }
              });
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), false);
    assertThat(ran.kinds()).containsExactly(FindingKind.STALL);
    nextRunsAreClean();
  }

  /** An exception ends its actor, and is kept. */
  @Test
  void exception() {
    Toy toy =
        run -> {
          run.actor(
              "throws",
              () -> {
                throw new java.io.IOException("asked for");
              });
          return () -> run.escapes().toString();
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), false);
    assertThat(ran.complete()).isFalse();
    assertThat(ran.finalState()).contains("throws", "asked for");
    nextRunsAreClean();
  }
}

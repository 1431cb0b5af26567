package dev.lockjaw.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.Exploration;
import dev.lockjaw.explore.Ran;
import dev.lockjaw.explore.Toy;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import org.junit.jupiter.api.Test;

class ControlledReadWriteLockTest {
  private static Toy visitors(boolean oneAlone, boolean otherAlone) {
    return run -> {
      ReadWriteLock lock = run.readWriteLock("L");
      Crowd crowd = new Crowd(run);
      run.actor("one", () -> visit(lock, crowd, oneAlone));
      run.actor("other", () -> visit(lock, crowd, otherAlone));
      return crowd::toString;
    };
  }

  private static void visit(ReadWriteLock lock, Crowd crowd, boolean alone) {
    if (alone) {
      lock.lockExclusive();
      crowd.visit();
      lock.unlockExclusive();
    } else {
      lock.lockShared();
      crowd.visit();
      lock.unlockShared();
    }
  }

  @Test
  void sharersMeet() {
    assertThat(Exploration.full(visitors(false, false), 3).finalStates())
        .containsExactly("most 1", "most 2");
  }

  @Test
  void anExclusiveHolderMeetsNoOther() {
    assertThat(Exploration.full(visitors(true, false), 3).finalStates()).containsExactly("most 1");
    assertThat(Exploration.full(visitors(true, true), 3).finalStates()).containsExactly("most 1");
  }

  private static Toy nested(boolean upgrade) {
    return run -> {
      ReadWriteLock lock = run.readWriteLock("L");
      run.actor(
          "nests",
          () -> {
            lock.lockShared();
            if (upgrade) {
              lock.lockExclusive();
            } else {
              lock.lockShared();
              lock.unlockShared();
            }
            lock.unlockShared();
          });
      run.actor("alone", () -> visit(lock, new Crowd(run), true));
      return () -> "";
    };
  }

  @Test
  void upgradeIsReported() {
    try (ActorThreads workers = new ActorThreads()) {
      Ran ran = Ran.run(nested(true), workers, new Follower(Schedule.DEFAULT), true);
      Finding finding = ran.sightings().get(0).evidence();
      assertThat(finding.kind()).isEqualTo(FindingKind.DOUBLE_LOCK);
      assertThat(finding.message())
          .startsWith("nests asked for L alone, which it already shares: a read-write lock cannot");
      assertThat(finding.threads().get(0).held().get(0).lock()).isEqualTo("L");
      assertThat(finding.threads().get(0).held().get(0).since()).isNotEmpty();
      assertThat(finding.threads().get(0).stack()).isNotEmpty();
    }
  }

  @Test
  void sharedHoldsNestEvenWhileAThreadWaits() {
    assertThat(Exploration.full(nested(false), 4).kinds()).isEmpty();
  }

  @Test
  void onlyAHolderMayUnlock() {
    Toy toy =
        run -> {
          ReadWriteLock lock = run.readWriteLock("L");
          run.actor("holder", lock::lockShared);
          run.actor("shared", lock::unlockShared);
          run.actor("alone", lock::unlockExclusive);
          return () -> run.escapes().toString();
        };
    assertThat(Exploration.full(toy, 1).finalStates())
        .isNotEmpty()
        .allMatch(state -> state.contains("actor=shared") && state.contains("actor=alone"));
  }
}

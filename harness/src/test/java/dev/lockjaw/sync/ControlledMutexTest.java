package dev.lockjaw.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.Exploration;
import dev.lockjaw.explore.Ran;
import dev.lockjaw.explore.Toy;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.ThreadEvidence;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControlledMutexTest {
  private static Toy threeVisitors(boolean locked) {
    return run -> {
      Mutex mutex = run.mutex("M", false);
      Crowd crowd = new Crowd(run);
      for (String name : List.of("one", "two", "three")) {
        run.actor(
            name,
            () -> {
              if (locked) {
                mutex.lock();
              }
              crowd.visit();
              if (locked) {
                mutex.unlock();
              }
            });
      }
      return crowd::toString;
    };
  }

  @Test
  void excludesInAllInterleavings() {
    assertThat(Exploration.full(threeVisitors(true), 3).finalStates()).containsExactly("most 1");
  }

  @Test
  void threadsMeetWithoutIt() {
    assertThat(Exploration.full(threeVisitors(false), 3).finalStates())
        .contains("most 2", "most 3");
  }

  private static Toy relock(boolean recursive) {
    return run -> {
      Mutex mutex = run.mutex("M", recursive);
      Crowd crowd = new Crowd(run);
      run.actor("nests", () -> nest(mutex, crowd));
      run.actor(
          "other",
          () -> {
            mutex.lock();
            crowd.visit();
            mutex.unlock();
          });
      return crowd::toString;
    };
  }

  private static void nest(Mutex mutex, Crowd crowd) {
    takeFirst(mutex);
    takeAgain(mutex);
    mutex.unlock();
    crowd.visit();
    mutex.unlock();
  }

  private static void takeFirst(Mutex mutex) {
    mutex.lock();
  }

  private static void takeAgain(Mutex mutex) {
    mutex.lock();
  }

  @Test
  void relockIsReportedWithBothStacks() {
    try (ActorThreads workers = new ActorThreads()) {
      Ran ran = Ran.run(relock(false), workers, new Follower(Schedule.DEFAULT), true);
      assertThat(ran.sightings().get(0).kind()).isEqualTo(FindingKind.DOUBLE_LOCK);
      Finding finding = ran.sightings().get(0).evidence();
      assertThat(finding.message()).contains("nests", "M");
      ThreadEvidence thread = finding.threads().get(0);
      assertThat(thread.wanted()).isEqualTo("M");
      assertThat(thread.stack().get(0).getMethodName()).isEqualTo("takeAgain");
      assertThat(thread.held()).extracting(Held::lock).containsExactly("M");
      assertThat(thread.held().get(0).since().get(0).getMethodName()).isEqualTo("takeFirst");
    }
  }

  @Test
  void relockIsFoundInAllInterleavings() {
    assertThat(Exploration.full(relock(false), 2).ran())
        .allMatch(ran -> ran.kinds().contains(FindingKind.DOUBLE_LOCK));
  }

  @Test
  void recursiveNestsAndStillExcludes() {
    Exploration explored = Exploration.full(relock(true), 3);
    assertThat(explored.kinds()).isEmpty();
    assertThat(explored.finalStates()).containsExactly("most 1");
  }

  @Test
  void onlyTheOwnerMayUnlock() {
    Toy toy =
        run -> {
          Mutex mutex = run.mutex("M", false);
          run.actor("owner", mutex::lock);
          run.actor("other", mutex::unlock);
          return () -> run.escapes().toString();
        };
    assertThat(Exploration.full(toy, 2).finalStates())
        .isNotEmpty()
        .allMatch(state -> state.contains("actor=other") && state.contains("IllegalMonitorState"));
  }

  /** The owner has ended and can't be in a cycle, so nothing will release the mutex. */
  @Test
  void aMutexThatIsNeverReleasedLeavesTheNextThreadStuck() {
    Toy toy =
        run -> {
          Mutex mutex = run.mutex("M", false);
          run.actor("owner", mutex::lock);
          run.actor("other", mutex::lock);
          return () -> "";
        };
    assertThat(Exploration.full(toy, 2).ran())
        .isNotEmpty()
        .allMatch(ran -> !ran.complete() && ran.kinds().equals(Set.of(FindingKind.STALL)));
  }
}

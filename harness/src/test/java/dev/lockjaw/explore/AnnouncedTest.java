package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import org.junit.jupiter.api.Test;

/** A wait of a strategy's own, and a thread that ends it with and without saying so. */
class AnnouncedTest {
  private static Toy toy(Waiting kind, boolean announces) {
    return run -> {
      Shared flag = new Shared("FLAG");
      boolean[] set = {false};
      run.actor("waiter", () -> run.await("await the flag", kind, flag, () -> set[0]));
      run.actor(
          "setter",
          () -> {
            run.point("set the flag", flag);
            set[0] = true;
            if (announces) {
              run.changed(flag);
            }
          });
      return () -> "";
    };
  }

  private static Ran run(Toy toy) {
    try (ActorThreads workers = new ActorThreads()) {
      return Ran.run(toy, workers, new Follower(Schedule.DEFAULT), true);
    }
  }

  @Test
  void aWaitWhoseEndNobodyAnnouncesIsAStall() {
    Ran ran = run(toy(Waiting.DRAIN, false));
    assertThat(ran.sightings()).extracting(Sighting::kind).containsExactly(FindingKind.STALL);
    assertThat(ran.sightings().get(0).evidence().message())
        .isEqualTo(
            "waiter is not notified: what it waited for (await the flag) came true, and no other"
                + " thread has called sync.changed(FLAG) since");
  }

  @Test
  void aLockOfAStrategysOwnIsAnnouncedToo() {
    assertThat(run(toy(Waiting.LOCK, false)).sightings())
        .extracting(Sighting::kind)
        .containsExactly(FindingKind.STALL);
    assertThat(run(toy(Waiting.LOCK, true)).sightings()).isEmpty();
  }

  @Test
  void oneThatIsAnnouncedIsNot() {
    assertThat(run(toy(Waiting.DRAIN, true)).sightings()).isEmpty();
    assertThat(run(toy(Waiting.COMPLETION, true)).sightings()).isEmpty();
  }

  @Test
  void oneThatIsAnnouncedBeforeItHoldsIsAStall() {
    Toy early =
        run -> {
          Shared flag = new Shared("FLAG");
          boolean[] set = {false};
          run.actor("waiter", () -> run.await("await", Waiting.DRAIN, flag, () -> set[0]));
          run.actor(
              "setter",
              () -> {
                run.changed(flag);
                run.point("set the flag", flag);
                set[0] = true;
              });
          return () -> "";
        };
    assertThat(run(early).sightings())
        .extracting(Sighting::kind)
        .containsExactly(FindingKind.STALL);
  }

  /** The waiter would sleep, and never come to announce anything itself. */
  @Test
  void oneThatOnlyTheWaiterAnnouncesIsAStall() {
    assertThat(Exploration.full(passedOn(false), 2).kinds()).containsExactly(FindingKind.STALL);
    assertThat(Exploration.full(passedOn(true), 2).kinds()).isEmpty();
  }

  /** Two threads in turn; each announces before it leaves, or after. */
  private static Toy passedOn(boolean inTime) {
    return run -> {
      Shared lock = new Shared("LOCK");
      boolean[] taken = {false};
      for (String name : new String[] {"first", "second"}) {
        run.actor(
            name,
            () -> {
              run.await("await the lock", Waiting.LOCK, lock, () -> !taken[0]);
              taken[0] = true;
              run.point("work", lock);
              if (!inTime) {
                run.changed(lock);
                run.point("leave", lock);
              }
              taken[0] = false;
              if (inTime) {
                run.changed(lock);
              }
            });
      }
      return () -> "";
    };
  }

  /** A strategy may do more before it announces: the waiter goes on a step later. */
  @Test
  void oneThatIsAnnouncedAStepLaterIsNot() {
    Toy late =
        run -> {
          Shared flag = new Shared("FLAG");
          boolean[] set = {false};
          run.actor("waiter", () -> run.await("await", Waiting.DRAIN, flag, () -> set[0]));
          run.actor(
              "setter",
              () -> {
                run.point("set the flag", flag);
                set[0] = true;
                run.point("tidy up", flag);
                run.changed(flag);
              });
          return () -> "";
        };
    assertThat(Exploration.full(late, 2).kinds()).isEmpty();
    assertThat(Exploration.full(toy(Waiting.DRAIN, true), 2).kinds()).isEmpty();
    assertThat(Exploration.full(toy(Waiting.DRAIN, false), 2).kinds())
        .containsExactly(FindingKind.STALL);
  }

  /** Wires announce for those who wait for them. */
  @Test
  void waitsForLockjawsOwnObjectsNeedNone() {
    assertThat(run(toy(Waiting.IO, false)).sightings()).isEmpty();
  }
}

package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.Act.Kind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the steps of an interleaving say besides their wording. */
class ActsTest {
  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  private List<Act> acts(Toy toy, String schedule) {
    Follower follower = new Follower(Schedule.parse(schedule).orElseThrow());
    Ran ran = Ran.run(toy, workers, follower, true);
    assertThat(follower.fits()).isTrue();
    return ran.steps().stream().map(Step::act).toList();
  }

  private List<Kind> kinds(Toy toy) {
    return acts(toy, "0").stream().map(Act::kind).toList();
  }

  @Test
  void aMutexThatIsHeldIsAskedForAndWaitedForByName() {
    Toy toy =
        run -> {
          Mutex mutex = run.mutex("S", false);
          for (String name : List.of("a", "b")) {
            run.actor(
                name,
                () -> {
                  mutex.lock();
                  run.point("inside", null);
                  mutex.unlock();
                });
          }
          return () -> "";
        };
    assertThat(acts(toy, "2.1"))
        .containsExactly(
            Act.of(Kind.LOCK, "S", "lock S"),
            new Act(Kind.ASK, "S", List.of("a"), "ask for S: held by a"),
            Act.of(Kind.WAIT, "S", "waits for S"),
            Act.other("inside"),
            Act.of(Kind.UNLOCK, "S", "unlock S"),
            Act.of(Kind.LOCK, "S", "lock S"),
            Act.other("inside"),
            Act.of(Kind.UNLOCK, "S", "unlock S"));
  }

  @Test
  void aMutexThatIsTakenTwiceIsRefusedOrRelocked() {
    for (boolean recursive : List.of(true, false)) {
      Toy toy =
          run -> {
            Mutex mutex = run.mutex("S", recursive);
            run.actor(
                "a",
                () -> {
                  mutex.lock();
                  mutex.lock();
                });
            return () -> "";
          };
      assertThat(kinds(toy)).containsExactly(Kind.LOCK, recursive ? Kind.RELOCK : Kind.REFUSED);
    }
  }

  @Test
  void aReadWriteLockIsSharedOrTakenAlone() {
    Toy toy =
        run -> {
          ReadWriteLock lock = run.readWriteLock("S");
          run.actor(
              "a",
              () -> {
                lock.lockShared();
                lock.unlockShared();
                lock.lockExclusive();
                lock.unlockExclusive();
              });
          return () -> "";
        };
    assertThat(kinds(toy)).containsExactly(Kind.SHARE, Kind.UNLOCK, Kind.LOCK, Kind.UNLOCK);
    assertThat(acts(toy, "0")).extracting(Act::object).containsOnly("S");
  }

  @Test
  void labelsOfUsersAreOtherActsAndTheirWaitsNameWhatTheyWaitOn() {
    Toy toy =
        run -> {
          Shared flag = new Shared("flag");
          boolean[] set = {false};
          run.actor("a", () -> run.await("hopes", Waiting.COMPLETION, flag, () -> set[0]));
          run.actor(
              "b",
              () -> {
                run.point("raises it", flag);
                set[0] = true;
                run.note("has raised it", flag);
              });
          return () -> "";
        };
    assertThat(acts(toy, "0"))
        .containsExactly(
            Act.of(Kind.WAIT, "flag", "hopes"), Act.other("raises it"), Act.other("has raised it"));
  }
}

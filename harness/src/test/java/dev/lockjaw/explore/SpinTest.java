package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.Word;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** A hand-made lock of which the run knows nothing. */
  private static void addUnder(AtomicBoolean lock, ControlledRun run, AtomicInteger count) {
    while (!lock.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
    int before = count.get();
    run.point("point", null);
    count.set(before + 1);
    lock.set(false);
  }

  @Test
  void oneThatPollsLetsTheOthersGoOn() {
    try (ActorThreads workers = new ActorThreads()) {
      AtomicBoolean lock = new AtomicBoolean();
      AtomicInteger count = new AtomicInteger();
      ControlledRun run = new ControlledRun(workers, true);
      run.actor("one", () -> addUnder(lock, run, count));
      run.actor("two", () -> addUnder(lock, run, count));
      // the first keeps the lock at its point while the second has the turn
      run.execute(new Follower(new Schedule(List.of(new Schedule.Deviation(1, 1)))));

      assertThat(run.findings().sightings()).isEmpty();
      assertThat(run.foreignBlocks()).isPositive();
      assertThat(run.complete()).isTrue();
      assertThat(count).hasValue(2);
    }
  }

  @Test
  void oneThatPollsInVainIsAStall() {
    AtomicBoolean lock = new AtomicBoolean();
    try (ActorThreads workers = new ActorThreads()) {
      ControlledRun run = new ControlledRun(workers, true);
      Word done = run.word("done", 0);
      run.actor(
          "keeps it",
          () -> {
            lock.set(true);
            run.point("point", null);
            while (done.get() == 0) {}
          });
      run.actor("polls", () -> addUnder(lock, run, new AtomicInteger()));
      run.execute(new Follower(new Schedule(List.of(new Schedule.Deviation(1, 1)))));
      lock.set(false);

      assertThat(run.findings().sightings())
          .singleElement()
          .satisfies(
              sighting -> {
                assertThat(sighting.kind()).isEqualTo(FindingKind.STALL);
                assertThat(sighting.evidence().message())
                    .isEqualTo(
                        "keeps it spins (read word done); polls spins without a scheduling point;"
                            + " no thread is left to end that");
              });
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

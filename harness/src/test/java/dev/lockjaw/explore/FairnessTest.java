package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.explore.choice.PriorityChooser;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Word;
import dev.lockjaw.woven.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actors that poll let the others go on, and what is left when none can is a stall. */
@Timeout(120)
class FairnessTest {
  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  private static void lock(Word word) {
    while (!word.compareAndSet(0, 1)) {
      // once more
    }
  }

  private static void await(Word word, long value) {
    while (word.get() != value) {
      // once more
    }
  }

  /** Two add to a count that is not atomic. */
  private static Toy counting(boolean locked) {
    return run -> {
      Word lock = run.word("lock", 0);
      Word count = run.word("count", 0);
      for (int i = 0; i < 2; i++) {
        run.actor(
            "actor" + i,
            () -> {
              if (locked) {
                lock(lock);
              }
              count.set(count.get() + 1);
              lock.set(0);
            });
      }
      return () -> "count " + count.peek();
    };
  }

  @Test
  void aSpinLockIsExploredToTheEnd() {
    for (boolean prune : new boolean[] {false, true}) {
      Exploration right = Exploration.of(counting(true), workers, 3, prune);
      assertThat(right.outcomes()).containsExactly("count 2 []");
      Exploration wrong = Exploration.of(counting(false), workers, 3, prune);
      assertThat(wrong.outcomes()).containsExactly("count 1 []", "count 2 []");
    }
  }

  /** The first waits for the second, and that for the third. */
  private static final Toy CHAIN =
      run -> {
        Word one = run.word("one", 0);
        Word two = run.word("two", 0);
        run.actor("first", () -> await(one, 1));
        run.actor(
            "second",
            () -> {
              await(two, 1);
              one.set(1);
            });
        run.actor("third", () -> two.set(1));
        return () -> one.peek() + " " + two.peek();
      };

  @Test
  void theOneThatIsWaitedForMoves() {
    Exploration chain = Exploration.of(CHAIN, workers, 2, true);
    assertThat(chain.outcomes()).containsExactly("1 1 []");
    assertThat(chain.ran().get(0).preemptions()).isZero();
    for (int seed = 0; seed < 100; seed++) {
      Ran ran = Ran.run(CHAIN, workers, new PriorityChooser(seed, 20), false);
      assertThat(ran.complete()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void whatWasTriedReplays() {
    for (Ran ran : Exploration.of(CHAIN, workers, 2, true).ran()) {
      Follower follower = new Follower(ran.schedule());
      assertThat(Ran.run(CHAIN, workers, follower, true).finalState()).isEqualTo(ran.finalState());
      assertThat(follower.fits()).as(ran.schedule().text()).isTrue();
    }
  }

  /** One tries a number of times and gives up, the other makes it succeed. */
  private static Toy patient(int tries) {
    return run -> {
      Word word = run.word("word", 0);
      String[] ends = {"gave up"};
      run.actor(
          "tries",
          () -> {
            for (int i = 0; i < tries; i++) {
              if (word.get() == 1) {
                ends[0] = "saw it";
                return;
              }
            }
            word.set(2);
          });
      run.actor("sets", () -> word.compareAndSet(0, 1));
      return () -> ends[0] + " " + word.peek();
    };
  }

  @Test
  void aLoopThatEndsByItselfIsSeenToEnd() {
    for (int tries : new int[] {1, 2, 3, 10, 5_000}) {
      assertThat(Exploration.of(patient(tries), workers, 0, true).outcomes())
          .as("%d tries", tries)
          .contains("gave up 2 []");
      assertThat(Exploration.of(patient(tries), workers, 1, true).outcomes())
          .as("%d tries", tries)
          .containsExactly("gave up 2 []", "saw it 1 []");
    }
  }

  @Test
  void aFlagThatNobodySetsIsAStallThatNamesIt() {
    Toy toy =
        run -> {
          Word flag = run.word("flag", 0);
          run.actor("polls", () -> await(flag, 1));
          run.actor("leaves", () -> flag.get());
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), true);
    Sighting stall = ran.sightings().get(0);
    assertThat(ran.sightings()).hasSize(1);
    assertThat(stall.kind()).isEqualTo(FindingKind.STALL);
    assertThat(stall.evidence().message())
        .isEqualTo("polls spins (read word flag); no thread is left to end that");
    assertThat(ran.steps())
        .hasSizeLessThan(10)
        .extracting(Step::action)
        .endsWith("read flag: 0", "read flag: 0", "spins (read word flag)");
  }

  @Test
  void aSpinLockThatIsTakenTwiceIsAStall() {
    Toy toy =
        run -> {
          Word lock = run.word("lock", 0);
          run.actor(
              "takes it twice",
              () -> {
                lock(lock);
                lock(lock);
              });
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), true);
    assertThat(ran.kinds()).containsExactly(FindingKind.STALL);
    assertThat(ran.sightings().get(0).evidence().message())
        .isEqualTo(
            "takes it twice spins (compare and set word lock); no thread is left to end that");
  }

  @Test
  void aLoopThatHadNoEndIsNotFollowedForAsLongAgain() {
    List<Integer> passes = new ArrayList<>();
    Toy toy =
        run -> {
          Word flag = run.word("flag", 0);
          AtomicInteger made = new AtomicInteger();
          run.actor(
              "polls",
              () -> {
                while (flag.get() == 0) {
                  made.incrementAndGet();
                }
              });
          run.actor("leaves", () -> flag.get());
          return () -> {
            passes.add(made.get());
            return "";
          };
        };
    assertThat(Exploration.of(toy, workers, 1, false).outcomes())
        .containsExactly(" [stall polls spins (read word flag)] incomplete");
    assertThat(passes).hasSizeGreaterThan(2);
    assertThat(passes.get(0)).isGreaterThan(10_000);
    assertThat(passes.subList(1, passes.size())).allMatch(made -> made < 2_000);
  }

  @Test
  void aPollerThatCountsLetsTheOthersGoOnAfterAWhile() {
    Toy toy =
        run -> {
          Word flag = run.word("flag", 0);
          Word polls = run.word("polls", 0);
          run.actor(
              "polls",
              () -> {
                while (flag.get() == 0) {
                  polls.getAndAdd(1);
                }
              });
          run.actor("sets", () -> flag.set(1));
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), false);
    assertThat(ran.complete()).isTrue();
  }

  /** In woven code nothing is a scheduling point that no other is known to meet. */
  @Test
  void aLoopThatNoOtherMeetsIsALivelock() {
    try (ControlledRun run =
        new ControlledRun(workers, false, MutexKind.JVM, new Learned(), false)) {
      Shared own = new Shared("own");
      run.actor(
          "loops",
          () -> {
            for (int i = 0; i < 100_000; i++) {
              run.point("point", own);
              run.touch(own);
            }
          });
      run.execute(new Follower(Schedule.DEFAULT));
      assertThat(run.findings().sightings())
          .extracting(Sighting::kind)
          .containsExactly(FindingKind.STALL);
    }
  }

  @Test
  void twoThatUndoEachOthersWorkAreALivelock() {
    AtomicInteger wanted = new AtomicInteger();
    Toy toy =
        run -> {
          Word word = run.word("word", 0);
          for (int i = 1; i <= 2; i++) {
            int mine = i;
            run.actor(
                "wants " + i,
                () -> {
                  while (wanted.get() == 0) {
                    word.set(mine);
                    word.set(0);
                  }
                });
          }
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), true);
    assertThat(ran.kinds()).containsExactly(FindingKind.STALL);
    assertThat(ran.sightings().get(0).evidence().message()).contains("20000");
    assertThat(ran.steps()).extracting(Step::thread).contains("wants 1", "wants 2");
  }
}

package dev.lockjaw.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.arena.ArenaTaskQueue;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.stress.StressRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stress run reports about its locks and waits, and what it lets pass. */
@Timeout(60)
class StressRunTest {
  private final Rehearsal rehearsal = new Rehearsal();
  private final StressRun run = rehearsal.run;

  @AfterEach
  void leavesNoThread() throws InterruptedException {
    assertThat(rehearsal.workers.lost()).isZero();
    assertThat(rehearsal.endsAllThreads()).isTrue();
  }

  private static void takeFirst(Mutex mutex) {
    mutex.lock();
  }

  private static void takeAgain(Mutex mutex) {
    mutex.lock();
  }

  @Test
  void aRelockIsADoubleLockWithBothStacks() {
    Mutex mutex = run.mutex("M", false);
    rehearsal.actor(
        "nests",
        () -> {
          takeFirst(mutex);
          takeAgain(mutex);
        });
    assertThat(rehearsal.play()).containsExactly(FindingKind.DOUBLE_LOCK);
    ThreadEvidence thread = rehearsal.finding().threads().get(0);
    assertThat(thread.name()).isEqualTo("nests");
    assertThat(thread.wanted()).isEqualTo("M");
    assertThat(thread.stack().get(0).getMethodName()).isEqualTo("takeAgain");
    assertThat(thread.held()).extracting(Held::lock).containsExactly("M");
    assertThat(thread.held().get(0).since().get(0).getMethodName()).isEqualTo("takeFirst");
  }

  @Test
  void aRelockOfARecursiveMutexIsFine() {
    Mutex mutex = run.mutex("M", true);
    for (String name : List.of("one", "two")) {
      rehearsal.actor(
          name,
          () -> {
            takeFirst(mutex);
            takeAgain(mutex);
            mutex.unlock();
            mutex.unlock();
          });
    }
    assertThat(rehearsal.play()).isEmpty();
    assertThat(run.complete()).isTrue();
  }

  @Test
  void anUpgradeOfAReadWriteLockIsADoubleLock() {
    ReadWriteLock lock = run.readWriteLock("L");
    rehearsal.actor(
        "upgrades",
        () -> {
          lock.lockShared();
          lock.lockExclusive();
        });
    assertThat(rehearsal.play()).containsExactly(FindingKind.DOUBLE_LOCK);
  }

  @Test
  void sharedHoldsNest() {
    ReadWriteLock lock = run.readWriteLock("L");
    rehearsal.actor(
        "nests",
        () -> {
          lock.lockShared();
          lock.lockShared();
          lock.unlockShared();
          lock.unlockShared();
          lock.lockExclusive();
          lock.unlockExclusive();
        });
    assertThat(rehearsal.play()).isEmpty();
  }

  private void twoLocks(String name, Mutex outer, Mutex inner, String mine, String other) {
    rehearsal.actor(
        name,
        () -> {
          takeFirst(outer);
          if (mine != null) {
            rehearsal.give(mine);
            rehearsal.await(other);
          }
          takeAgain(inner);
          inner.unlock();
          outer.unlock();
        });
  }

  @Test
  void locksTakenInOppositeOrdersAreADeadlockWithBothHolders() {
    Mutex first = run.mutex("A", false);
    Mutex second = run.mutex("B", false);
    twoLocks("one", first, second, "one has A", "two has B");
    twoLocks("two", second, first, "two has B", "one has A");
    assertThat(rehearsal.play()).containsExactly(FindingKind.DEADLOCK);
    assertThat(run.complete()).isFalse();
    assertThat(rehearsal.finding().threads())
        .extracting(ThreadEvidence::name)
        .containsExactlyInAnyOrder("one", "two");
    assertThat(rehearsal.finding().threads())
        .allSatisfy(
            thread -> {
              assertThat(thread.stack().get(0).getMethodName()).isEqualTo("takeAgain");
              assertThat(thread.held()).hasSize(1);
              assertThat(thread.held().get(0).since().get(0).getMethodName())
                  .isEqualTo("takeFirst");
            });
  }

  @RepeatedTest(20)
  void locksTakenInOneOrderAreFine() {
    Mutex first = run.mutex("A", false);
    Mutex second = run.mutex("B", false);
    twoLocks("one", first, second, null, null);
    twoLocks("two", first, second, null, null);
    twoLocks("three", first, second, null, null);
    assertThat(rehearsal.play()).isEmpty();
    assertThat(run.complete()).isTrue();
  }

  private void readUnderLock() {
    Mutex mutex = run.mutex("S", false);
    rehearsal.actor(
        "reader",
        () -> {
          mutex.lock();
          rehearsal.give("reading");
          rehearsal.await("input", Waiting.IO);
          mutex.unlock();
        });
    rehearsal.actor(
        "writer",
        () -> {
          rehearsal.await("reading");
          mutex.lock();
          mutex.unlock();
        });
  }

  @Test
  void aHolderThatWaitsForInputBlocksTheOther() {
    readUnderLock();
    assertThat(rehearsal.play()).containsExactly(FindingKind.BLOCKED_IO_UNDER_LOCK);
    assertThat(rehearsal.finding().message()).contains("reader waits for I/O and holds S");
  }

  @Test
  void aHolderThatGetsItsInputBlocksNoThread() {
    readUnderLock();
    rehearsal.actor("peer", () -> rehearsal.give("input"));
    assertThat(rehearsal.play()).isEmpty();
    assertThat(run.complete()).isTrue();
  }

  @Test
  void aWaitThatNoThreadEndsIsAStall() {
    rehearsal.actor("reader", () -> rehearsal.await("input", Waiting.IO));
    rehearsal.actor("other", () -> run.point("goes", null));
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
    assertThat(rehearsal.finding().message()).contains("reader waits for input");
  }

  @Test
  void aLockThatIsNeverReleasedIsAStall() {
    Mutex mutex = run.mutex("M", false);
    rehearsal.actor(
        "owner",
        () -> {
          mutex.lock();
          rehearsal.give("taken");
        });
    rehearsal.actor(
        "other",
        () -> {
          rehearsal.await("taken");
          mutex.lock();
        });
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
  }

  /** A change that no thread announces is not taken for a stall. */
  @Test
  void anUnannouncedChangeIsSeen() {
    AtomicBoolean set = new AtomicBoolean();
    Shared flag = new Shared("flag");
    rehearsal.actor("waiter", () -> run.await("waits", Waiting.IO, flag, set::get));
    rehearsal.actor(
        "setter",
        () -> {
          rehearsal.await("nobody gives this", Waiting.IO);
        });
    rehearsal.actor("forgets", () -> set.set(true));
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
    assertThat(rehearsal.finding().threads())
        .extracting(ThreadEvidence::name)
        .containsExactly("setter");
  }

  /** Threads wake and wait at full speed. The run ends when all are done, and not before. */
  @RepeatedTest(50)
  void threadsThatTakeTurnsAreNeverTakenForStuck() {
    AtomicInteger turn = new AtomicInteger();
    Shared turns = new Shared("turns");
    for (int i = 0; i < 3; i++) {
      int mine = i;
      rehearsal.actor(
          "player-" + i,
          () -> {
            for (int round = 0; round < 30; round++) {
              run.await("waits", Waiting.COMPLETION, turns, () -> turn.get() % 3 == mine);
              turn.incrementAndGet();
              run.changed(turns);
            }
          });
    }
    assertThat(rehearsal.play()).isEmpty();
    assertThat(turn).hasValue(90);
    assertThat(run.complete()).isTrue();
  }

  @RepeatedTest(5)
  void locksExclude() {
    Mutex mutex = run.mutex("M", false);
    ReadWriteLock lock = run.readWriteLock("L");
    int[] counts = new int[2];
    for (String name : List.of("one", "two", "three")) {
      rehearsal.actor(
          name,
          () -> {
            for (int i = 0; i < 200; i++) {
              mutex.lock();
              counts[0]++;
              mutex.unlock();
              lock.lockExclusive();
              counts[1]++;
              lock.unlockExclusive();
              lock.lockShared();
              lock.unlockShared();
            }
          });
    }
    assertThat(rehearsal.play()).isEmpty();
    assertThat(counts).containsExactly(600, 600);
  }

  @Test
  void onlyTheOwnerMayUnlock() {
    Mutex mutex = run.mutex("M", false);
    rehearsal.actor("thief", mutex::unlock);
    rehearsal.play();
    assertThat(run.escapes())
        .singleElement()
        .satisfies(
            escape -> {
              assertThat(escape.actor()).isEqualTo("thief");
              assertThat(escape.exception()).isInstanceOf(IllegalMonitorStateException.class);
            });
    assertThat(run.complete()).isFalse();
  }

  @Test
  void anExceptionThatEscapesFromAnActorIsKept() {
    rehearsal.actor(
        "fails",
        () -> {
          throw new java.io.IOException("asked for");
        });
    rehearsal.actor("goes on", () -> run.point("on", null));
    assertThat(rehearsal.play()).isEmpty();
    assertThat(run.escapes()).extracting(Escape::actor).containsExactly("fails");
  }

  @Test
  void wordsAreAtomic() {
    Word word = run.word("W", 0);
    for (String name : List.of("one", "two", "three")) {
      rehearsal.actor(
          name,
          () -> {
            for (int i = 0; i < 100; i++) {
              word.getAndAdd(1);
              long now = word.get();
              while (!word.compareAndSet(now, now + 1)) {
                now = word.get();
              }
            }
          });
    }
    assertThat(rehearsal.play()).isEmpty();
    assertThat(word.peek()).isEqualTo(600);
  }

  private List<Integer> handOver(boolean shutDown) {
    TaskQueue executor = run.executor("E");
    List<Integer> done = new ArrayList<>();
    rehearsal.actor(
        "giver",
        () -> {
          for (int i = 0; i < 20; i++) {
            int number = i;
            executor.execute(() -> done.add(number));
          }
          if (shutDown) {
            executor.shutdown();
          }
        });
    assertThat(rehearsal.play()).isEmpty();
    assertThat(run.complete()).isTrue();
    assertThat(done).hasSize(20).isSorted();
    assertThat(executor.outstanding()).isZero();
    return done;
  }

  @RepeatedTest(20)
  void anExecutorEndsAfterShutdownOnceItHasRunAllItsTasks() {
    handOver(true);
    assertThat(run.executors()).noneMatch(ArenaTaskQueue::running);
  }

  @RepeatedTest(20)
  void anExecutorThatIsNeverShutDownStillRuns() {
    handOver(false);
    assertThat(run.executors())
        .filteredOn(ArenaTaskQueue::running)
        .extracting(ArenaTaskQueue::name)
        .containsExactly("E");
  }

  @Test
  void anExecutorStuckInATaskIsNotIdle() {
    TaskQueue executor = run.executor("E");
    rehearsal.actor("giver", () -> executor.execute(() -> rehearsal.await("nothing")));
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
  }

  @Test
  void threadsThatMeetInAStackAreARace() {
    rehearsal.actor("one", run::met);
    rehearsal.play();
    assertThat(run.raced()).isTrue();
  }

  @Test
  void threadsThatDoNotMeetAreNoRace() {
    rehearsal.actor("one", () -> run.point("alone", null));
    rehearsal.play();
    assertThat(run.raced()).isFalse();
  }

  @Test
  void aRunWithoutActorsIsAMistake() {
    assertThatThrownBy(run::execute).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSeedDependsOnlyOnTheRunsSeedTheCellAndTheIteration() {
    assertThat(StressRun.seed(1, "a/b/c", 5)).isEqualTo(StressRun.seed(1, "a/b/c", 5));
    assertThat(
            List.of(
                StressRun.seed(1, "a/b/c", 5),
                StressRun.seed(2, "a/b/c", 5),
                StressRun.seed(1, "a/b/d", 5),
                StressRun.seed(1, "a/b/c", 6)))
        .doesNotHaveDuplicates();
  }
}

package dev.lockjaw.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Rehearsal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that stand in code the run knows nothing of, and runs that take too long. */
@Timeout(60)
class StandstillTest {
  private static void nest(
      Rehearsal rehearsal, String name, Object outer, Object inner, Runnable between) {
    rehearsal.actor(
        name,
        () -> {
          synchronized (outer) {
            between.run();
            synchronized (inner) {
              rehearsal.run.point("inside", null);
            }
          }
        });
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void monitorsInOppositeOrderAreADeadlock() {
    try (Rehearsal rehearsal = new Rehearsal()) {
      Object one = new Object();
      Object other = new Object();
      CyclicBarrier both = new CyclicBarrier(2);
      nest(rehearsal, "one", one, other, () -> meet(both));
      nest(rehearsal, "two", other, one, () -> meet(both));
      assertThat(rehearsal.play()).containsExactly(FindingKind.DEADLOCK);
      assertThat(rehearsal.finding().threads())
          .extracting(ThreadEvidence::name)
          .containsExactlyInAnyOrder("one", "two");
      assertThat(rehearsal.finding().threads())
          .allSatisfy(thread -> assertThat(thread.stack()).isNotEmpty());
      assertThat(rehearsal.workers.lost()).as("no one can get them out of a monitor").isEqualTo(2);
    }
  }

  @Test
  void monitorsInOneOrderAreFine() throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal();
    Object one = new Object();
    Object other = new Object();
    nest(rehearsal, "one", one, other, () -> {});
    nest(rehearsal, "two", one, other, () -> {});
    assertThat(rehearsal.play()).isEmpty();
    assertThat(rehearsal.endsAllThreads()).isTrue();
  }

  /** One waits for a lock of the run, the other in a monitor. */
  @Test
  void aCycleThroughALockOfTheRunAndAMonitorIsADeadlock() {
    try (Rehearsal rehearsal = new Rehearsal()) {
      Object monitor = new Object();
      Mutex mutex = rehearsal.run.mutex("M", false);
      CyclicBarrier both = new CyclicBarrier(2);
      rehearsal.actor(
          "one",
          () -> {
            mutex.lock();
            meet(both);
            synchronized (monitor) {
              mutex.unlock();
            }
          });
      rehearsal.actor(
          "two",
          () -> {
            synchronized (monitor) {
              meet(both);
              mutex.lock();
            }
          });
      assertThat(rehearsal.play()).containsExactly(FindingKind.DEADLOCK);
    }
  }

  @Test
  void aLatchThatNobodyOpensIsAStall() throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.actor("waiter", () -> new CountDownLatch(1).await());
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
    assertThat(rehearsal.workers.lost()).as("it could be interrupted").isZero();
    assertThat(rehearsal.endsAllThreads()).isTrue();
  }

  /** Longer than any of the patiences but the last. */
  @Test
  void aLatchThatASleeperOpensIsFine() throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal();
    CountDownLatch latch = new CountDownLatch(1);
    rehearsal.actor("waiter", latch::await);
    rehearsal.actor(
        "sleeper",
        () -> {
          Thread.sleep(2_500);
          latch.countDown();
        });
    assertThat(rehearsal.play()).isEmpty();
    assertThat(rehearsal.run.complete()).isTrue();
  }

  @Test
  void oneThatGoesOnAndOnIsEndedAndSaysSo() throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal(300);
    rehearsal.actor(
        "polls",
        () -> {
          while (true) {
            rehearsal.run.point("polls", null);
          }
        });
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
    assertThat(rehearsal.finding().message())
        .startsWith("polls still ran after 0.3 s")
        .contains("a time limit, not a proof");
    assertThat(rehearsal.finding().threads().get(0).stack()).isNotEmpty();
    assertThat(rehearsal.workers.lost()).isZero();
    assertThat(rehearsal.endsAllThreads()).isTrue();
  }

  @Test
  void oneThatNeverPassesAPointIsGivenUp() throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal(100);
    AtomicBoolean enough = new AtomicBoolean();
    rehearsal.actor(
        "spins",
        () -> {
          while (!enough.get()) {
            Thread.onSpinWait();
          }
        });
    assertThat(rehearsal.play()).containsExactly(FindingKind.STALL);
    assertThat(rehearsal.workers.lost()).isEqualTo(1);
    enough.set(true);
    assertThat(rehearsal.endsAllThreads()).isTrue();
  }
}

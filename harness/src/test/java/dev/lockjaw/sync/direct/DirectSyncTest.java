package dev.lockjaw.sync.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DirectSyncTest {
  private static final int THREADS = 4;
  private static final int TIMES = 20_000;

  private final DirectSync sync = new DirectSync();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private long plain;

  @AfterEach
  void close() {
    threads.shutdownNow();
    sync.close();
  }

  /** Runs the body many times on all threads at once. */
  private void onAllThreads(Runnable body) throws Exception {
    CountDownLatch start = new CountDownLatch(THREADS);
    List<Callable<Void>> all =
        Collections.nCopies(
            THREADS,
            () -> {
              start.countDown();
              start.await();
              for (int i = 0; i < TIMES; i++) {
                body.run();
              }
              return null;
            });
    for (Future<Void> one : threads.invokeAll(all)) {
      one.get();
    }
  }

  @Test
  void aMutexLetsOneInAtATime() throws Exception {
    Mutex mutex = sync.mutex("m", false);
    onAllThreads(
        () -> {
          mutex.lock();
          plain++;
          mutex.unlock();
        });
    assertThat(plain).isEqualTo((long) THREADS * TIMES);
  }

  @Test
  void aRecursiveMutexIsFreeOnlyAfterAsManyUnlocks() throws Exception {
    Mutex mutex = sync.mutex("m", true);
    onAllThreads(
        () -> {
          mutex.lock();
          mutex.lock();
          plain++;
          mutex.unlock();
          plain++;
          mutex.unlock();
        });
    assertThat(plain).isEqualTo(2L * THREADS * TIMES);
  }

  @Test
  void aPlainMutexRefusesItsOwner() {
    Mutex mutex = sync.mutex("m", false);
    mutex.lock();
    assertThatThrownBy(mutex::lock).isInstanceOf(DoubleLockException.class);
    mutex.unlock();
    mutex.lock();
    mutex.unlock();
    assertThatThrownBy(mutex::unlock).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void aReadWriteLockIsSharedOrHeldAlone() throws Exception {
    ReadWriteLock lock = sync.readWriteLock("l");
    AtomicBoolean torn = new AtomicBoolean();
    long[] pair = new long[2];
    Word turn = sync.word("turn", 0);
    onAllThreads(
        () -> {
          if (turn.getAndAdd(1) % 3 == 0) {
            lock.lockExclusive();
            pair[0]++;
            pair[1]++;
            lock.unlockExclusive();
          } else {
            lock.lockShared();
            lock.lockShared();
            if (pair[0] != pair[1]) {
              torn.set(true);
            }
            lock.unlockShared();
            lock.unlockShared();
          }
        });
    assertThat(torn).isFalse();
    assertThat(turn.get()).isEqualTo((long) THREADS * TIMES);
    lock.lockShared();
    assertThatThrownBy(lock::lockExclusive).isInstanceOf(DoubleLockException.class);
  }

  @Test
  void aWordLosesNothing() throws Exception {
    Word word = sync.word("w", 5);
    onAllThreads(
        () -> {
          long before;
          do {
            before = word.get();
          } while (!word.compareAndSet(before, before + 1));
        });
    assertThat(word.peek()).isEqualTo(5 + (long) THREADS * TIMES);
    assertThat(word.compareAndSet(0, 1)).isFalse();
  }

  @Test
  void aTaskQueueRunsItsTasksInOrderAndKnowsItsThread() throws Exception {
    TaskQueue queue = sync.executor("e");
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean inside = new AtomicBoolean();
    List<Integer> given = IntStream.range(0, 1000).boxed().toList();
    given.forEach(i -> assertThat(queue.execute(() -> ran.add(i))).isTrue());
    queue.execute(
        () -> {
          inside.set(queue.isCurrent());
          done.countDown();
        });
    queue.shutdown();
    done.await();
    assertThat(ran).isEqualTo(given);
    assertThat(inside).isTrue();
    assertThat(queue.isCurrent()).isFalse();
    assertThat(queue.execute(() -> ran.add(-1))).isFalse();
  }

  @Test
  void aWaiterGoesOnWhenTheConditionHolds() throws Exception {
    Shared on = new Shared("thing");
    AtomicBoolean ready = new AtomicBoolean();
    CountDownLatch waits = new CountDownLatch(1);
    Future<Boolean> waiter =
        threads.submit(
            () -> {
              waits.countDown();
              sync.await("waits", Waiting.COMPLETION, on, ready::get);
              return ready.get();
            });
    waits.await();
    ready.set(true);
    sync.changed(on);
    assertThat(waiter.get()).isTrue();
  }

  @Test
  void anInterruptIsKeptForTheCaller() {
    Shared on = new Shared("thing");
    AtomicBoolean ready = new AtomicBoolean();
    Thread.currentThread().interrupt();
    int[] looks = {0};
    sync.await("waits", Waiting.IO, on, () -> ready.get() || looks[0]++ > 2);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void onceMakesOneObjectForAName() throws Exception {
    Word made = sync.word("made", 0);
    onAllThreads(() -> sync.once("it", () -> made.getAndAdd(1)));
    assertThat(made.get()).isEqualTo(1);
  }
}

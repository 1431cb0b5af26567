package dev.lockjaw.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.Ran;
import dev.lockjaw.explore.Toy;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.direct.DirectSync;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Mutexes of the C library, for free-running threads and behind the explorer's mutexes. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class PthreadMutexTest {
  /** The error texts in reports from the field. */
  private static final String TEXTS =
      "pthread_mutex_lock: 35 Resource deadlock avoided;"
          + " pthread_mutex_trylock: 16 Device or resource busy";

  private int before;

  @BeforeEach
  void count() {
    assertThat(MutexKind.PTHREAD.unavailable()).isEmpty();
    before = PthreadMutex.live();
  }

  @AfterEach
  void noneIsLeft() {
    assertThat(PthreadMutex.live()).as("mutexes that were not given back").isEqualTo(before);
  }

  @Test
  void aPlainMutexRefusesARelockWithTheTextsOfTheField() {
    try (DirectSync sync = new DirectSync(MutexKind.PTHREAD)) {
      Mutex mutex = sync.mutex("S", false);
      mutex.lock();
      assertThatThrownBy(mutex::lock)
          .isInstanceOf(DoubleLockException.class)
          .hasMessage(TEXTS + ": S is held by this thread");
      mutex.unlock();
      mutex.lock();
      mutex.unlock();
    }
  }

  @Test
  void aRecursiveMutexCanBeRelocked() {
    try (DirectSync sync = new DirectSync(MutexKind.PTHREAD)) {
      Mutex mutex = sync.mutex("S", true);
      mutex.lock();
      mutex.lock();
      mutex.unlock();
      mutex.unlock();
      assertThatThrownBy(mutex::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }
  }

  @Test
  void onlyTheOwnerMayUnlock() {
    try (DirectSync sync = new DirectSync(MutexKind.PTHREAD)) {
      Mutex mutex = sync.mutex("S", false);
      mutex.lock();
      assertThat(CompletableFuture.runAsync(mutex::unlock))
          .failsWithin(java.time.Duration.ofSeconds(30))
          .withThrowableThat()
          .withMessageContaining("S is not held by this thread");
      mutex.unlock();
    }
  }

  /** An unguarded counter would lose updates. */
  @Test
  void excludesFreeRunningThreads() throws InterruptedException {
    int[] count = new int[1];
    try (DirectSync sync = new DirectSync(MutexKind.PTHREAD)) {
      Mutex mutex = sync.mutex("S", false);
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    start.await();
                  } catch (InterruptedException e) {
                    return;
                  }
                  for (int j = 0; j < 20_000; j++) {
                    mutex.lock();
                    count[0]++;
                    mutex.unlock();
                  }
                });
        thread.start();
        threads.add(thread);
      }
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(count[0]).isEqualTo(80_000);
  }

  private static Toy twoVisitors(boolean recursive, boolean nested) {
    return run -> {
      Mutex mutex = run.mutex("M", recursive);
      Crowd crowd = new Crowd(run);
      for (String name : List.of("one", "two")) {
        run.actor(
            name,
            () -> {
              mutex.lock();
              try {
                if (nested) {
                  mutex.lock();
                  mutex.unlock();
                }
                crowd.visit();
              } finally {
                mutex.unlock();
              }
            });
      }
      return crowd::toString;
    };
  }

  private static List<Ran> explore(Toy toy) {
    Explorer explorer = new Explorer(3, false);
    List<Ran> ran = new ArrayList<>();
    try (ActorThreads workers = new ActorThreads()) {
      while (explorer.advance()) {
        ran.add(Ran.run(toy, workers, explorer, false, MutexKind.PTHREAD));
      }
    }
    return ran;
  }

  @Test
  void theExplorersFindingHasTheTextsOfTheField() {
    try (ActorThreads workers = new ActorThreads()) {
      Ran ran =
          Ran.run(
              twoVisitors(false, true),
              workers,
              new Follower(Schedule.DEFAULT),
              true,
              MutexKind.PTHREAD);
      assertThat(ran.sightings().get(0).kind()).isEqualTo(FindingKind.DOUBLE_LOCK);
      assertThat(ran.sightings().get(0).evidence().message()).endsWith("forever here; " + TEXTS);
    }
  }

  @Test
  void everyInterleavingShowsTheFinding() {
    assertThat(explore(twoVisitors(false, true)))
        .isNotEmpty()
        .allMatch(ran -> ran.kinds().contains(FindingKind.DOUBLE_LOCK));
  }

  @Test
  void correctUseUnderTheExplorerIsSilentAndExcludes() {
    for (Toy toy : List.of(twoVisitors(true, true), twoVisitors(false, false))) {
      assertThat(explore(toy))
          .hasSizeGreaterThan(2)
          .allMatch(ran -> ran.sightings().isEmpty() && ran.finalState().equals("most 1"));
    }
  }

  /** The owner ends while it holds the mutex; the other thread is taken out of its wait. */
  @Test
  void aMutexThatIsLeftLockedIsFreed() {
    Toy toy =
        run -> {
          Mutex mutex = run.mutex("M", false);
          run.actor("owner", mutex::lock);
          run.actor("other", mutex::lock);
          return () -> "";
        };
    assertThat(explore(toy)).allMatch(ran -> !ran.complete());
  }

  @Test
  void aMutexOfARunThatNeverBeganIsFreed() {
    try (ActorThreads workers = new ActorThreads()) {
      Toy toy =
          run -> {
            run.mutex("M", false);
            throw new IllegalStateException("refused");
          };
      assertThatThrownBy(
              () -> Ran.run(toy, workers, new Follower(Schedule.DEFAULT), false, MutexKind.PTHREAD))
          .hasMessage("refused");
    }
  }
}

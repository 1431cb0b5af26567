package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.Arena;
import dev.lockjaw.arena.SystemThread;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.stress.StressRun;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The JVM says that a thread waits, and the operating system says that it was woken. The thread is
 * not stuck, even if it gets its processor long after a sleeping thread is called stuck.
 */
@Timeout(60)
class WokenTest {
  /** The waiter waits for it, and gets it once it has a processor. */
  private final CountDownLatch processor = new CountDownLatch(1);

  @Test
  void isWaitedForByTheExplorer() {
    try (ActorThreads workers = new ActorThreads(() -> wokenFor(Duration.ofMillis(500)))) {
      assertThat(explored(workers).complete()).isTrue();
    }
  }

  @Test
  void isReportedByTheExplorerIfItSleeps() {
    try (ActorThreads workers = new ActorThreads(() -> () -> true)) {
      assertThat(explored(workers).findings().sightings())
          .extracting(Sighting::kind)
          .containsExactly(FindingKind.STALL);
    }
  }

  @Test
  void isWaitedForByStress() {
    try (ActorThreads workers = new ActorThreads(() -> wokenFor(Duration.ofMillis(2_500)))) {
      assertThat(stressed(workers).complete()).isTrue();
    }
  }

  @Test
  void isReportedByStressIfItSleeps() {
    try (ActorThreads workers = new ActorThreads(() -> () -> true)) {
      assertThat(stressed(workers).findings().sightings())
          .extracting(Sighting::kind)
          .containsExactly(FindingKind.STALL);
    }
  }

  /** Woken, and without a processor for so long after the first look at it. */
  private SystemThread wokenFor(Duration wait) {
    AtomicLong first = new AtomicLong();
    return () -> {
      long now = System.nanoTime();
      first.compareAndSet(0, now);
      if (now - first.get() > wait.toNanos()) {
        processor.countDown();
      }
      return false;
    };
  }

  private Arena explored(ActorThreads workers) {
    ControlledRun run = new ControlledRun(workers, false);
    run.actor("waiter", processor::await);
    run.execute(new Follower(Schedule.DEFAULT));
    assertThat(run.complete()).isEqualTo(run.findings().sightings().isEmpty());
    return run;
  }

  private Arena stressed(ActorThreads workers) {
    StressRun run = new StressRun(workers, 1, false);
    run.actor("waiter", processor::await);
    run.execute();
    assertThat(run.complete()).isEqualTo(run.findings().sightings().isEmpty());
    return run;
  }
}

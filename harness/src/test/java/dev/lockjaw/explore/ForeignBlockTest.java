package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.ThreadEvidence;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actors that block in locks of which the run knows nothing: it goes on with the others. */
@Timeout(60)
class ForeignBlockTest {
  private static final String BLOCKED = " is blocked in foreign code";

  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  private List<String> run(Toy toy, String schedule) {
    Follower follower = new Follower(Schedule.parse(schedule).orElseThrow());
    Ran ran = Ran.run(toy, workers, follower, false);
    assertThat(ran.sightings()).isEmpty();
    assertThat(ran.complete()).isTrue();
    assertThat(follower.fits()).isTrue();
    return ran.steps().stream().map(step -> step.thread() + ' ' + step.action()).toList();
  }

  /** The one that holds it loses the turn inside, to the one that wants it. */
  private static Toy contend(Runnable lock, Runnable unlock) {
    return run -> {
      run.actor(
          "holder",
          () -> {
            lock.run();
            run.point("inside", null);
            unlock.run();
            run.point("after", null);
          });
      run.actor(
          "other",
          () -> {
            lock.run();
            run.point("inside", null);
            unlock.run();
          });
      return () -> "";
    };
  }

  /** The same with a monitor, which can't be taken and left by two calls. */
  private static Toy contendForAMonitor() {
    Object monitor = new Object();
    return run -> {
      run.actor(
          "holder",
          () -> {
            synchronized (monitor) {
              run.point("inside", null);
            }
            run.point("after", null);
          });
      run.actor(
          "other",
          () -> {
            synchronized (monitor) {
              run.point("inside", null);
            }
          });
      return () -> "";
    };
  }

  @RepeatedTest(20)
  void monitor() {
    assertThat(run(contendForAMonitor(), "1.1"))
        .containsExactly("other" + BLOCKED, "holder inside", "holder after", "other inside");
  }

  @RepeatedTest(20)
  void monitorThatIsTakenBackAsSoonAsItIsLeft() {
    assertThat(run(contendForAMonitor(), "1.1_2.1"))
        .containsExactly("other" + BLOCKED, "holder inside", "other inside", "holder after");
  }

  @RepeatedTest(20)
  void reentrantLock() {
    ReentrantLock lock = new ReentrantLock();
    assertThat(run(contend(lock::lock, lock::unlock), "1.1"))
        .containsExactly("other" + BLOCKED, "holder inside", "holder after", "other inside");
  }

  @RepeatedTest(20)
  void latchThatNobodyOwns() {
    Toy toy =
        run -> {
          CountDownLatch latch = new CountDownLatch(1);
          run.actor(
              "waiter",
              () -> {
                latch.await();
                run.point("through", null);
              });
          run.actor(
              "other",
              () -> {
                run.point("before", null);
                latch.countDown();
                run.point("after", null);
              });
          return () -> "";
        };
    assertThat(run(toy, "0"))
        .containsExactly("waiter" + BLOCKED, "other before", "other after", "waiter through");
  }

  @RepeatedTest(20)
  void park() {
    Toy toy =
        run -> {
          AtomicBoolean free = new AtomicBoolean();
          Thread[] parked = new Thread[1];
          run.actor(
              "parked",
              () -> {
                parked[0] = Thread.currentThread();
                while (!free.get()) {
                  LockSupport.park();
                }
                run.point("free", null);
              });
          run.actor(
              "other",
              () -> {
                run.point("before", null);
                free.set(true);
                LockSupport.unpark(parked[0]);
                run.point("after", null);
              });
          return () -> "";
        };
    assertThat(run(toy, "0"))
        .containsExactly("parked" + BLOCKED, "other before", "other after", "parked free");
  }

  @RepeatedTest(4)
  void sleep() {
    Toy toy =
        run -> {
          Thread[] asleep = new Thread[1];
          run.actor(
              "sleeper",
              () -> {
                asleep[0] = Thread.currentThread();
                try {
                  Thread.sleep(60_000);
                } catch (InterruptedException woken) {
                  run.point("awake", null);
                }
              });
          run.actor(
              "other",
              () -> {
                run.point("one", null);
                asleep[0].interrupt();
                run.point("two", null);
              });
          return () -> "";
        };
    assertThat(run(toy, "0"))
        .containsExactly("sleeper" + BLOCKED, "other one", "other two", "sleeper awake");
  }

  @Test
  void everyInterleavingOfAMonitorIsFoundAndIsTheSameTwice() {
    assertThat(explore()).isEqualTo(explore()).hasSize(4);
  }

  private List<List<dev.lockjaw.result.Step>> explore() {
    Object monitor = new Object();
    Toy toy =
        run -> {
          for (String name : List.of("one", "two")) {
            run.actor(
                name,
                () -> {
                  synchronized (monitor) {
                    run.point("inside", null);
                  }
                });
          }
          return () -> "";
        };
    return Exploration.of(toy, workers, Exploration.UNBOUNDED, false).ran().stream()
        .map(Ran::steps)
        .toList();
  }

  @Test
  void twoMonitorsInOppositeOrderAreADeadlockOfBothThreads() {
    Ran ran = Ran.run(ForeignDeadlock.TOY, workers, ForeignDeadlock.schedule(), true);
    assertThat(ran.kinds()).containsExactly(FindingKind.DEADLOCK);
    assertThat(ran.complete()).isFalse();
    assertThat(ran.sightings().get(0).evidence().threads())
        .extracting(ThreadEvidence::name)
        .containsExactlyInAnyOrder("one", "two");
    assertThat(workers.lost()).as("threads that no one can get out of a monitor").isEqualTo(2);
  }

  @Test
  void twoMonitorsInOneOrderAreFine() {
    assertThat(run(ForeignDeadlock.ordered(true), "1.1")).contains("two" + BLOCKED);
    assertThat(workers.lost()).isZero();
  }

  @Test
  void nobodyComesAndTheLatchStaysShutIsAStall() {
    Toy toy =
        run -> {
          run.actor("waiter", () -> new CountDownLatch(1).await());
          return () -> "";
        };
    Ran ran = Ran.run(toy, workers, new Follower(Schedule.DEFAULT), true);
    assertThat(ran.kinds()).containsExactly(FindingKind.STALL);
    assertThat(workers.lost()).as("it could be interrupted").isZero();
  }
}

package com.example.woven.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.woven.JUnitRun;
import com.example.woven.OneLock;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Woven sessions whose own threads move while the session is opened. */
@Timeout(300)
class ThreadsOfOpeningTest {
  private static final Duration HOUR = Duration.ofHours(1);

  abstract static class Handshakes implements LockjawTest {
    @Override
    public boolean shakesHands() {
      return true;
    }
  }

  @Lockjaw(scenarios = "write-free", weave = "com.example.woven.opening")
  static class WaitsForFuture extends Handshakes {
    @Override
    public UserSession open(Opening with) {
      return new Handshaking(with, Handshaking.Waits.FUTURE, true);
    }
  }

  @Lockjaw(scenarios = "write-write", weave = "com.example.woven.opening")
  static class WaitsInMonitor extends Handshakes {
    @Override
    public UserSession open(Opening with) {
      return new Handshaking(with, Handshaking.Waits.MONITOR, true);
    }
  }

  @Lockjaw(scenarios = "write-free", weave = "com.example.woven.opening")
  static class Polls extends Handshakes {
    @Override
    public UserSession open(Opening with) {
      return new Handshaking(with, Handshaking.Waits.POLLING, true);
    }
  }

  @Lockjaw(scenarios = "write-free", weave = "com.example.woven.opening")
  static class SendsWhenClosed extends Handshakes {
    @Override
    public UserSession open(Opening with) {
      return new Handshaking(with, Handshaking.Waits.FUTURE, false);
    }
  }

  /** A thread of the session's own says that it is there before the session is. */
  @Lockjaw(scenarios = "write-free", weave = "com.example.woven..")
  static class AwaitsItsThread implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      CountDownLatch there = new CountDownLatch(1);
      Thread thread = new Thread(there::countDown);
      thread.start();
      there.await();
      thread.join();
      return new OneLock(with);
    }
  }

  /** The clock is the run's. */
  @Lockjaw(scenarios = "write-free", weave = "com.example.woven..")
  static class Sleeps implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      long before = System.nanoTime();
      Thread.sleep(3_600_000);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(HOUR, HOUR.plusSeconds(1));
      return new OneLock(with);
    }
  }

  /** Nobody counts the latch down. */
  @Lockjaw(scenarios = "write-free", weave = "com.example.woven.opening")
  static class AwaitsNobody implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      new CountDownLatch(1).await();
      return null;
    }
  }

  @Test
  void tasksOfTheHandshakeRunOnTheSessionsOwnThread() {
    new JUnitRun(WaitsForFuture.class).passes();
    new JUnitRun(WaitsInMonitor.class).passes();
    new JUnitRun(Polls.class).passes();
  }

  @Test
  void aMistakeIsFoundAllTheSame() {
    assertThat(new JUnitRun(SendsWhenClosed.class).failure())
        .contains("use-after-free in write-free/SendsWhenClosed/jsse");
  }

  @Test
  void openingWaitsForAThreadOfTheSession() {
    new JUnitRun(AwaitsItsThread.class).passes();
    new JUnitRun(Sleeps.class).passes();
  }

  @Test
  void aWaitThatNobodyCouldEndIsAnError() {
    assertThat(new JUnitRun(AwaitsNobody.class).failure())
        .contains("no other thread of the session could end a wait")
        .contains("CountDownLatch");
  }
}

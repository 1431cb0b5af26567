package dev.lockjaw.corpus.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.LockInfo;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final long MOST_MS = 60_000;

  @Test
  void aThreadThatHasNotStartedIsInNoMethod() {
    assertThat(Evidence.innermost()).isEqualTo("no method");
    assertThat(Evidence.innermost(new StackTraceElement("a.B", "c", "B.java", 7)))
        .isEqualTo("B.c (B.java:7)");
  }

  @Test
  void aThreadWantsALockUntilItGetsIt() throws InterruptedException {
    Thread me = Thread.currentThread();
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    Thread waiter = Daemons.start("waiter", lock::lock);
    assertThat(Daemons.until(MOST_MS, () -> Evidence.waits(waiter, me))).isTrue();
    LockInfo wanted = Evidence.wanted(waiter);
    assertThat(Evidence.wants(waiter, wanted)).isTrue();
    lock.unlock();
    waiter.join(MOST_MS);

    assertThat(Evidence.wants(waiter, wanted)).isFalse();
  }
}

package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.CONCURRENT_ENTRY;
import static dev.lockjaw.result.FindingKind.DEADLOCK;
import static dev.lockjaw.result.FindingKind.RECORD_CORRUPTION;
import static dev.lockjaw.result.FindingKind.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.assertj.FindingAssert;
import dev.lockjaw.probe.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** Each detector, once on a fault and once on the correct twin. */
class ProbedEngineTest {
  private static final int RECORDS = 2_000;
  private static final byte[] DATA = new byte[100];

  @Test
  void findsTwoThreadsThatSeal() throws Exception {
    try (Probe probe = Probe.seeded(1);
        Links links = Links.established(probe.context(Contexts.real()))) {
      AtomicBoolean found = new AtomicBoolean();
      Threads threads = new Threads();
      for (String writer : List.of("one", "two")) {
        threads.start(
            writer,
            () -> {
              while (!found.get()) {
                links.client().seal(DATA);
              }
            });
      }
      threads.until("both in wrap", () -> !probe.findings().isEmpty());
      found.set(true);
      threads.join();

      FindingAssert finding = assertThat(probe).failsWith(CONCURRENT_ENTRY);
      finding.onThread("one").isIn("Link.seal");
      finding.onThread("two").isIn("Link.seal");
      assertThat(probe.explanation())
          .contains("concurrent-entry in probed code, seed 1", "Link.seal (Link.java:");
      assertThatThrownBy(() -> assertThat(probe).hasNoFindings())
          .hasMessageContaining("enters write on engine 1 while");
    }
  }

  /** Writers under a lock, beside readers: this is allowed. */
  @Test
  void findsNothingWhereWritersTakeTurns() throws Exception {
    try (Probe probe = Probe.seeded(1);
        Links links = Links.established(probe.context(Contexts.real()))) {
      Lock outbound = new ReentrantLock();
      Threads threads = new Threads();
      for (Link link : List.of(links.client(), links.server())) {
        for (int i = 0; i < 2; i++) {
          threads.start("writer", () -> sendAll(link, outbound));
        }
        threads.start("reader", () -> receiveAll(link));
      }
      threads.join();

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().meetings()).isPositive();
    }
  }

  private static void sendAll(Link link, Lock outbound) throws IOException {
    for (int i = 0; i < RECORDS / 2; i++) {
      outbound.lock();
      try {
        link.send(link.seal(DATA));
      } finally {
        outbound.unlock();
      }
    }
  }

  private static void receiveAll(Link link) throws IOException {
    for (int got = 0; got < RECORDS * DATA.length; ) {
      got += link.open();
    }
  }

  /** As in grizzly#1079: records are sealed under a lock and sent outside it. */
  @Test
  void findsRecordsSentInAnotherOrder() throws Exception {
    try (Probe probe = Probe.seeded(1);
        Links links = Links.established(probe.context(Contexts.real()))) {
      byte[] first = links.client().seal(DATA);
      byte[] second = links.client().seal(DATA);
      links.client().send(second);
      links.client().send(first);
      assertThatThrownBy(() -> links.server().open()).isInstanceOf(SSLException.class);

      assertThat(probe).failsWith(RECORD_CORRUPTION).onThread("main").isIn("Link.open");
      assertThat(probe.findings()).hasSize(1);
    }
  }

  /** Other bytes are where a record should begin, as when two threads share a buffer. */
  @Test
  void findsBytesThatAreNoRecord() throws Exception {
    try (Probe probe = Probe.seeded(1);
        Links links = Links.established(probe.context(Contexts.real()))) {
      links.client().send(links.client().seal(DATA));
      assertThat(links.server().open()).isEqualTo(DATA.length);
      links.client().send(DATA);
      assertThatThrownBy(() -> links.server().open()).isInstanceOf(SSLException.class);

      assertThat(probe).failsWith(RECORD_CORRUPTION).onThread("main").isIn("Link.open");
    }
  }

  /** Plain text to a server, or a probe for TLS, corrupts no record. */
  @Test
  void isSilentOnPlainTextAndTlsProbes() throws Exception {
    try (Probe probe = Probe.seeded(1);
        Links links = Links.fresh(probe.context(Contexts.real()))) {
      links.client().send("GET / HTTP/1.1\r\n\r\n".getBytes());
      assertThatThrownBy(() -> links.server().handshake()).isInstanceOf(SSLException.class);

      assertThat(probe).hasNoFindings();
    }
  }

  /**
   * JSSE holds a lock of its engine while a delegated task runs. The task calls a trust manager,
   * which wants the lock under which another thread closes the engine.
   */
  @Test
  void findsDeadlockOfDelegatedTaskAndClose() throws Exception {
    Object registry = new Object();
    CountDownLatch both = new CountDownLatch(2);
    try (Probe probe = Probe.seeded(1)) {
      SSLContext context =
          Contexts.calling(
              () -> {
                meet(both);
                synchronized (registry) {
                  throw new AssertionError("the other thread did not arrive");
                }
              });
      Links links = Links.fresh(probe.context(context)); // never closed: a close would deadlock
      Threads threads = new Threads();
      threads.start("server", links.server()::handshake);
      threads.start("handshaker", links.client()::handshake);
      threads.start("closer", () -> closeUnder(registry, both, links.client()));
      deadlockOfOutsideThreads();
      threads.until("a deadlock", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(DEADLOCK);
      finding.onThread("handshaker").wants("the monitor of Object").holds("ReentrantLock");
      finding.onThread("handshaker").isIn("Link.runTasks");
      finding.onThread("closer").wants("ReentrantLock").isIn("Link.close");
      finding.onThread("closer").heldSince("ProbedEngineTest.closeUnder");
      assertThat(probe.findings()).hasSize(1);
    }
  }

  private static void closeUnder(Object registry, CountDownLatch both, Link link)
      throws IOException {
    synchronized (registry) {
      meet(both);
      link.close();
    }
  }

  /** A deadlock of threads that never used an engine. It must not be reported. */
  private static void deadlockOfOutsideThreads() throws InterruptedException {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock other = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    Threads outside = new Threads();
    for (List<ReentrantLock> order : List.of(List.of(one, other), List.of(other, one))) {
      outside.start(
          "outside",
          () -> {
            order.get(0).lock();
            meet(both);
            order.get(1).lock();
          });
    }
    outside.until("outside", () -> one.hasQueuedThreads() && other.hasQueuedThreads());
  }

  private static void meet(CountDownLatch both) {
    both.countDown();
    try {
      both.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A delegated task waits for a latch that no thread counts down. */
  @Test
  void findsAStuckDelegatedTask() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    try (Probe probe = Probe.seeded(1, Duration.ofMillis(300))) {
      SSLContext context = Contexts.calling(answer::await);
      try (Links links = Links.fresh(probe.context(context))) {
        Threads threads = new Threads();
        threads.start("server", links.server()::handshake);
        threads.start("handshaker", links.client()::handshake);
        threads.until("a stall", () -> !probe.findings().isEmpty());
        answer.countDown();
        threads.join();
      }

      FindingAssert finding = assertThat(probe).failsWith(STALL);
      finding.hasMessageContaining("handshaker is inside delegated task of engine 1");
      finding.hasMessageContaining("This has lasted 0.3 s: a time limit, not a proof");
      finding.onThread("handshaker").isIn("CountDownLatch.await").isIn("Link.runTasks");
      assertThat(probe.findings()).hasSize(1);
    }
  }
}

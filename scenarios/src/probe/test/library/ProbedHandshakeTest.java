package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.ESCAPED_EXCEPTION;
import static dev.lockjaw.result.FindingKind.NULL_DEREFERENCE;
import static dev.lockjaw.result.FindingKind.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.assertj.FindingAssert;
import dev.lockjaw.probe.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.junit.jupiter.api.Test;

/** Handshakes that do not end, queries that wait, and exceptions; each with its correct twin. */
class ProbedHandshakeTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Test
  void findsAHandshakeWhoseTaskNobodyRuns() throws Exception {
    try (Probe probe = Probe.seeded(1, PATIENCE);
        Links links = Links.fresh(probe.context(Contexts.real()))) {
      Threads threads = new Threads();
      threads.start("client", links.client()::handshake);
      SSLEngine engine = links.server().untilTask();
      Runnable forgotten = engine.getDelegatedTask();
      threads.until("a stall", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(STALL);
      finding.hasMessageContaining("needs the result of a delegated task");
      finding.hasMessageContaining("main took it. This has lasted 0.3 s");
      finding.onThread("main").isIn("ProbedHandshakeTest.findsAHandshakeWhoseTaskNobodyRuns");
      assertThat(probe.findings()).hasSize(1);
      forgotten.run();
      links.server().handshake();
      threads.join();
    }
  }

  @Test
  void findsAHandshakeThatAsksForATaskInVain() throws Exception {
    try (Probe probe = Probe.seeded(1, PATIENCE)) {
      SSLEngine engine = probe.engine(new OddEngine(() -> null));
      new Threads()
          .until(
              "a stall",
              () -> {
                assertThat(engine.getHandshakeStatus()).isEqualTo(HandshakeStatus.NEED_TASK);
                assertThat(engine.getDelegatedTask()).isNull();
                return !probe.findings().isEmpty();
              });

      assertThat(probe)
          .failsWith(STALL)
          .hasMessageContaining("needs a delegated task, and getDelegatedTask returns none");
    }
  }

  @Test
  void findsAHandshakeThatNobodyContinues() throws Exception {
    try (Probe probe = Probe.seeded(1, PATIENCE);
        Links links = Links.fresh(probe.context(Contexts.real()))) {
      links.client().begin();
      Threads threads = new Threads();
      threads.until("a stall", () -> !probe.findings().isEmpty());

      assertThat(probe).failsWith(STALL).hasMessageContaining("needs wrap, and no thread calls it");
    }
  }

  /** The server never reads. No other fault explains it. */
  @Test
  void findsAHandshakeThatWaitsForItsPeer() throws Exception {
    try (Probe probe = Probe.seeded(1, PATIENCE)) {
      Links links = Links.fresh(probe.context(Contexts.real()));
      Threads threads = new Threads();
      threads.start("client", () -> handshakeUntilClosed(links));
      threads.until("a stall", () -> !probe.findings().isEmpty());

      FindingAssert finding = assertThat(probe).failsWith(STALL);
      finding.hasMessageContaining("needs unwrap");
      finding.hasMessageContaining("0.6 s");
      finding.onThread("client").isIn("Link.handshake");
      links.close();
      threads.join();
    }
  }

  private static void handshakeUntilClosed(Links links) {
    assertThatThrownBy(() -> links.client().handshake()).isInstanceOf(IOException.class);
  }

  /** Handshakes that end, that fail, and that were given up are no finding. */
  @Test
  void isSilentOnHandshakesThatAreOver() throws Exception {
    try (Probe probe = Probe.seeded(1, PATIENCE)) {
      SSLContext context = probe.context(Contexts.real());
      try (Links fine = Links.established(context)) {
        Links closed = Links.fresh(context);
        closed.client().begin();
        closed.client().close();
        abandon(context);
        // begins last, so that the others would have been reported before
        try (Links control = Links.fresh(context)) {
          control.server().begin();
          control.client().begin();
          new Threads().until("a stall", () -> !probe.findings().isEmpty());
        }
        assertThat(fine.client()).isNotNull();
        assertThat(probe.findings()).hasSize(1);
        assertThat(probe).failsWith(STALL).hasMessageContaining("of engine 6");
      }
    }
  }

  /** In a frame of its own, so that nothing refers to the engine afterwards. */
  private static void abandon(SSLContext context) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.beginHandshake();
    engine.getHandshakeStatus();
  }

  /** A query waits for a lock that another thread keeps. */
  @Test
  void findsAQueryThatWaits() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    try (Probe probe = Probe.seeded(1, PATIENCE)) {
      SSLEngine engine = probe.engine(new OddEngine(() -> await(answer)));
      Threads threads = new Threads();
      threads.start("asker", engine::getSession);
      threads.until("a stall", () -> !probe.findings().isEmpty());
      answer.countDown();
      threads.join();

      FindingAssert finding = assertThat(probe).failsWith(STALL);
      finding.hasMessageContaining("asker is inside a status query of engine 1");
      finding.onThread("asker").isIn("OddEngine.getSession");
    }
  }

  private static Object await(CountDownLatch answer) {
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return null;
  }

  @Test
  void reportsRuntimeExceptionsWithTheOthersInTheConnection() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (Probe probe = Probe.seeded(1)) {
      Supplier<Object> behaviour =
          () -> {
            if (Thread.currentThread().getName().equals("other")) {
              inside.countDown();
              return await(answer);
            }
            throw new ConcurrentModificationException("mine");
          };
      SSLEngine engine = probe.engine(new OddEngine(behaviour));
      Threads threads = new Threads();
      threads.start("other", engine::getSession);
      inside.await();
      assertThatThrownBy(engine::getSession).hasMessage("mine");
      answer.countDown();
      threads.join();

      FindingAssert finding = assertThat(probe).failsWith(ESCAPED_EXCEPTION);
      finding.hasMessageContaining("main got java.util.ConcurrentModificationException");
      finding.onThread("main").isIn("OddEngine.getSession");
      finding.onThread("other").isIn("OddEngine.getSession");
    }
  }

  @Test
  void namesANullDereference() {
    try (Probe probe = Probe.seeded(1)) {
      SSLEngine engine =
          probe.engine(
              new OddEngine(
                  () -> {
                    throw new NullPointerException();
                  }));
      assertThatThrownBy(engine::closeOutbound).isInstanceOf(NullPointerException.class);
      assertThat(probe)
          .failsWith(NULL_DEREFERENCE)
          .onThread("main")
          .isIn("OddEngine.closeOutbound");
    }
  }

  /** The documentation of SSLEngine names it for callers that use it wrongly. */
  @Test
  void isSilentOnExceptionsThatAreDocumented() {
    try (Probe probe = Probe.seeded(1)) {
      SSLEngine engine =
          probe.engine(
              new OddEngine(
                  () -> {
                    throw new UnsupportedOperationException("no ALPN");
                  }));
      assertThatThrownBy(engine::getSession).hasMessage("no ALPN");
      assertThat(probe).hasNoFindings();
    }
  }
}

package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.pool.SendingOn;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which threads may do what in a user's session. Each right session has a wrong twin. */
@Timeout(300)
class ThreadsTest {
  private static final Registry REGISTRY = Registry.load(ThreadsTest.class.getClassLoader());

  private static Cell cell(String scenario, Function<Opening, UserSession> opener) {
    return Cell.of(
        REGISTRY.scenarios().stream()
            .filter(one -> one.id().equals(scenario))
            .findFirst()
            .orElseThrow(),
        new Adapter("mine", opener),
        REGISTRY.transports().stream()
            .filter(one -> one.id().equals("jsse"))
            .findFirst()
            .orElseThrow(),
        Protocol.TLS_1_2);
  }

  private static CellResult explore(String scenario, Function<Opening, UserSession> opener)
      throws Exception {
    return SingleCell.explore(cell(scenario, opener), Limits.exhaust(1));
  }

  // ---- threads outside of the run ----

  private static UserSession sendingOn(Executor pool, Opening with) {
    return new SendingOn(pool, new Wrapper(with, Guard.reentrant(), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"write-write", "read-write", "send-order"})
  void aPoolThatTheRunDoesNotOwnIsAnError(String scenario) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "my-pool"));
    try {
      CellResult result = explore(scenario, with -> sendingOn(pool, with));
      assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
      assertThat(result.findings()).isEmpty();
      assertThat(result.ending().is(EndingKind.OUTSIDE_THREAD)).isTrue();
      assertThat(result.ending().text())
          .startsWith(
              "outside thread my-pool entered the session at com.example.pool.SendingOn.sendNow(")
          .contains("Opening.executor", "weave");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void soItIsUnderStress() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "my-pool"));
    Limits limits =
        new Limits(Mode.STRESS, 0, false, 0, false, 1).within(Duration.ofSeconds(200).toNanos());
    try (InThisJvm runner = new InThisJvm()) {
      Cell cell = cell("write-write", with -> sendingOn(pool, with));
      CellResult result = runner.run(cell, () -> limits, new Enough(50));
      assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
      assertThat(result.ending().is(EndingKind.OUTSIDE_THREAD)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void anExecutorOfTheRunIsRight() throws Exception {
    for (String scenario : new String[] {"write-write", "read-write", "send-order"}) {
      assertThat(explore(scenario, with -> sendingOn(with.executor("pool"), with)))
          .hasNoFindings()
          .isExhausted();
    }
  }

  // ---- an executor that is named like an actor ----

  private static UserSession lockedByTwo(Opening with, boolean waits) {
    Executor executor = with.executor("writer");
    Lock lock = with.lock("S");
    Wrapper session = new Wrapper(with, Guard.none(), false);
    UserSession.Action nothing =
        () -> {
          lock.lock();
          lock.unlock();
        };
    return UserSession.of(
        data -> {
          lock.lock();
          try {
            session.send(data);
            if (waits) {
              with.call(executor, nothing);
            }
          } finally {
            lock.unlock();
          }
          with.call(executor, nothing);
        },
        session::receive,
        session::free);
  }

  @Test
  void anExecutorIsNotTakenForTheActorOfItsName() throws Exception {
    CellResult result = explore("read-write", with -> lockedByTwo(with, true));
    assertThat(result).failsWith(FindingKind.DEADLOCK);
    assertThat(result.findings()).extracting(Finding::kind).doesNotContain(FindingKind.DOUBLE_LOCK);
    assertThat(result.findings().get(0).threads())
        .extracting(ThreadEvidence::name)
        .containsExactlyInAnyOrder("writer", "writer #2");
  }

  @Test
  void norIsItThere() throws Exception {
    assertThat(explore("read-write", with -> lockedByTwo(with, false)))
        .hasNoFindings()
        .isExhausted();
  }

  // ---- a library delivers where it likes ----

  /** Hands over what has come in on a thread of the library's, after {@code receive} returned. */
  private static UserSession deliversLater(Opening with, boolean drops) {
    Executor pool = with.executor("delivers");
    AtomicBoolean busy = new AtomicBoolean();
    Wrapper session = new Wrapper(with, Guard.of(with.lock("S")), false);
    return UserSession.of(
        data -> {
          busy.set(true);
          session.send(data);
          busy.set(false);
        },
        () ->
            session.receive(
                message -> {
                  if (!drops || !busy.get()) {
                    pool.execute(() -> with.received(message));
                  }
                }),
        session::free);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read-write",
        "read-free",
        "read-write-free",
        "send-order",
        "send-after-free",
        "data-ping",
        "relay",
        "key-update"
      })
  void aSessionMayDeliverAfterItsReceiveHasReturned(String scenario) throws Exception {
    assertThat(explore(scenario, with -> deliversLater(with, false))).hasNoFindings().isExhausted();
  }

  @Test
  void butNotForget() throws Exception {
    assertThat(explore("read-write", with -> deliversLater(with, true)))
        .failsWith(FindingKind.STALL)
        .onThread("reader");
  }

  // ---- exceptions after a free ----

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A session under one lock, whose sends end with an exception once it is closed. */
  private static UserSession throwing(Opening with, RuntimeException thrown) {
    Lock lock = with.lock("S");
    Wrapper session = new Wrapper(with, Guard.none(), false);
    AtomicBoolean closed = new AtomicBoolean();
    return UserSession.of(
        data -> {
          lock.lock();
          try {
            if (closed.get()) {
              throw thrown;
            }
            session.send(data);
          } finally {
            lock.unlock();
          }
        },
        session::receive,
        () -> {
          lock.lock();
          try {
            closed.set(true);
            session.free();
          } finally {
            lock.unlock();
          }
        });
  }

  @Test
  void anUncheckedExceptionAfterAFreeSaysClosed() throws Exception {
    IOException gone = new IOException("gone");
    for (RuntimeException thrown :
        new RuntimeException[] {
          new UncheckedIOException(gone), new CompletionException(gone), new Closed()
        }) {
      assertThat(explore("write-free", with -> throwing(with, thrown)))
          .hasNoFindings()
          .isExhausted();
    }
  }

  @Test
  void oneThatReportsABugDoesNot() throws Exception {
    CellResult result =
        explore("write-free", with -> throwing(with, new IndexOutOfBoundsException("7")));
    assertThat(result).failsWith(FindingKind.ESCAPED_EXCEPTION);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .doesNotContain(FindingKind.RECORD_CORRUPTION);
  }

  // ---- a send, and then a free, on one thread ----

  /** Sends on an executor. A close waits for what was accepted, or does not. */
  private static UserSession queueing(Opening with, boolean waits) {
    Executor loop = with.executor("loop");
    Wrapper session = new Wrapper(with, Guard.of(with.lock("S")), false);
    return UserSession.of(
        new SendingOn(loop, session)::send,
        session::receive,
        () -> {
          if (waits) {
            with.call(loop, session::free);
          } else {
            session.free();
          }
        });
  }

  private static CellResult sendThenFree(Function<Opening, UserSession> opener) throws Exception {
    Cell cell = cell("write-free", opener);
    return SingleCell.explore(
        new Cell(
            new SendThenFree(),
            cell.locking(),
            cell.transport(),
            cell.protocol(),
            cell.conditions(),
            cell.oracles()),
        Limits.exhaust(2));
  }

  @Test
  void whatAThreadSentBeforeItFreedTheSessionArrives() throws Exception {
    assertThat(sendThenFree(with -> queueing(with, true))).hasNoFindings().isExhausted();
  }

  @Test
  void orItIsLost() throws Exception {
    assertThat(sendThenFree(with -> queueing(with, false)))
        .failsWith(FindingKind.LOST_MESSAGE)
        .hasMessageContaining("accepted before writer freed client, and never arrived");
  }
}

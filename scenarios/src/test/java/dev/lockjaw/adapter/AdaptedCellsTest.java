package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions of users' own, right and wrong, in the scenarios. */
@Timeout(300)
class AdaptedCellsTest {
  private static final Registry REGISTRY = Registry.load(AdaptedCellsTest.class.getClassLoader());

  private static Cell cell(String scenario, SessionAdapter adapter, String transport) {
    return Cell.of(
        one(REGISTRY.scenarios(), Scenario::id, scenario),
        adapter,
        one(REGISTRY.transports(), other -> other.id(), transport),
        Protocol.TLS_1_2);
  }

  private static <T> T one(List<T> all, Function<T, String> id, String name) {
    return all.stream().filter(x -> id.apply(x).equals(name)).findFirst().orElseThrow();
  }

  private static CellResult explore(
      String scenario, Function<Opening, UserSession> opener, int preemptions) throws Exception {
    Cell cell = cell(scenario, new Adapter("mine", opener), "jsse");
    return SingleCell.explore(cell, Limits.exhaust(preemptions));
  }

  private static Function<Opening, UserSession> notified(boolean deliversInside) {
    return with -> new Wrapper(with, Guard.of(with.lock("S")), deliversInside);
  }

  // ---- no false alarm ----

  static Stream<Arguments> everywhere() {
    return REGISTRY.scenarios().stream()
        .filter(scenario -> scenario.getClass().getPackageName().startsWith("dev.lockjaw.scen"))
        .flatMap(scenario -> Stream.of("jsse", "bc").map(on -> Arguments.of(scenario.id(), on)));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void oneLockAndCallbacksOutsideIsRightEverywhere(String scenario, String transport)
      throws Exception {
    Cell cell = cell(scenario, new Adapter("mine", notified(false)), transport);
    int bound = transport.equals("jsse") && !scenario.equals("full-wire") ? 2 : 1;
    CellResult result = SingleCell.explore(cell, Limits.exhaust(bound));
    Set<Hook> needs = one(REGISTRY.scenarios(), Scenario::id, scenario).needs();
    if (!Set.of(Hook.IDLE_TICK).containsAll(needs)) {
      assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      String hook = needs.iterator().next().text();
      assertThat(result.ending().text())
          .isEqualTo(scenario + " needs the hook '" + hook + "', which mine lacks");
    } else {
      assertThat(result).hasNoFindings().isExhausted();
    }
  }

  static Stream<String> scenarios() {
    return everywhere().map(all -> (String) all.get()[0]).distinct();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void soItIsWithALockThatTheRunKnowsNothingOf(String scenario) throws Exception {
    Function<Opening, UserSession> opener = with -> new Wrapper(with, Guard.reentrant(), false);
    Cell cell = cell(scenario, new Adapter("mine", opener), "jsse");
    CellResult result = SingleCell.explore(cell, Limits.exhaust(1));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).as(result.ending().text()).isIn(Verdict.PASS, Verdict.SKIPPED);
  }

  @Test
  void soItIsWithASemaphore() throws Exception {
    assertThat(explore("read-write-free", with -> new Wrapper(with, Guard.semaphore(), false), 1))
        .hasNoFindings();
    assertThat(explore("write-write", with -> new Wrapper(with, Guard.stamped(), false), 1))
        .hasNoFindings();
  }

  @Test
  void soItIsToCloseAnEngineAgain() throws Exception {
    assertThat(explore("double-free", Closing::new, 2)).hasNoFindings().isExhausted();
  }

  /** Closes its engine as often as it is freed. */
  private record Closing(Opening with, SSLEngine engine, Lock lock) implements UserSession {
    Closing(Opening with) {
      this(with, with.engine(), with.lock("S"));
    }

    @Override
    public void send(byte[] data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void receive() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void free() throws IOException {
      lock.lock();
      try {
        engine.closeOutbound();
        while (!engine.isOutboundDone()) {
          ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
          engine.wrap(ByteBuffer.allocate(0), packet);
          with.wire().write(packet.flip());
        }
        with.wire().close();
      } finally {
        lock.unlock();
      }
    }
  }

  // ---- what is wrong is found ----

  @Test
  void callbackUnderALockOfLockjawsIsADoubleLockWithBothStacks() throws Exception {
    assertThat(explore("send-order", notified(true), 2))
        .failsWith(FindingKind.DOUBLE_LOCK)
        .onThread("worker")
        .wants("S(client)")
        .holds("S(client)")
        .heldSince("Wrapper.receive")
        .isIn("Wrapper.send");
  }

  @Test
  void callbackUnderASemaphoreIsADoubleLockOfWhichTheJvmKnowsHalf() throws Exception {
    assertThat(explore("send-order", with -> new Wrapper(with, Guard.semaphore(), true), 2))
        .failsWith(FindingKind.DOUBLE_LOCK)
        .hasMessageContaining("worker asked for Semaphore, which it already holds")
        .onThread("worker")
        .wants("Semaphore")
        .holds("Semaphore")
        .isIn("Wrapper.receive")
        .isIn("Wrapper.send");
  }

  @Test
  void callbackUnderAStampedLockIsADoubleLock() throws Exception {
    assertThat(explore("free-in-callback", with -> new Wrapper(with, Guard.stamped(), true), 2))
        .failsWith(FindingKind.DOUBLE_LOCK)
        .onThread("reader")
        .wants("StampedLock")
        .isIn("Wrapper.free");
  }

  @Test
  void callbackUnderAReentrantLockIsADeadlockOfTwoSessions() throws Exception {
    assertThat(explore("relay", with -> new Wrapper(with, Guard.reentrant(), true), 1))
        .failsWith(FindingKind.DEADLOCK)
        .onThread("left-reader")
        .wants("ReentrantLock #1")
        .holds("ReentrantLock #2")
        .isIn("Wrapper.send");
  }

  @Test
  void ofAMonitorTheJvmKnowsWhereItWasTaken() throws Exception {
    assertThat(explore("relay", Synchronized::new, 1))
        .failsWith(FindingKind.DEADLOCK)
        .onThread("left-reader")
        .heldSince("Synchronized.receive")
        .isIn("Synchronized.send");
  }

  @Test
  void idleTickUnderTheLockIsADoubleLock() throws Exception {
    assertThat(explore("double-lock-ping", notified(true), 0))
        .failsWith(FindingKind.DOUBLE_LOCK)
        .onThread("worker")
        .heldSince("Wrapper.idle");
  }

  @Test
  void noLockIsUseAfterFreeAndConcurrentEntry() throws Exception {
    Function<Opening, UserSession> bare = with -> new Wrapper(with, Guard.none(), false);
    assertThat(explore("write-free", bare, 2)).failsWith(FindingKind.USE_AFTER_FREE);
    assertThat(explore("write-write", bare, 2)).failsWith(FindingKind.CONCURRENT_ENTRY);
  }

  // ---- the rest ----

  @Test
  void tokenShowsTheSameAgain() throws Exception {
    Adapter adapter = new Adapter("mine", with -> new Wrapper(with, Guard.semaphore(), true));
    Cell cell = cell("send-order", adapter, "jsse");
    CellResult found = SingleCell.explore(cell, Limits.exhaust(2));
    String token = found.findings().get(0).token();
    CellResult again = SingleCell.replay(cell, Token.parse(token));
    assertThat(again.findings()).isEqualTo(found.findings());
    CellResult repaired =
        SingleCell.replay(
            cell("send-order", new Adapter("mine", notified(false)), "jsse"), Token.parse(token));
    assertThat(repaired).hasNoFindings();
  }

  @Test
  void engineIsNotToBeHadOfBouncyCastle() throws Exception {
    Adapter adapter =
        new Adapter(
            "mine",
            with -> {
              with.engine();
              return new Wrapper(with, Guard.none(), false);
            });
    CellResult result = SingleCell.explore(cell("write-free", adapter, "bc"), Limits.exhaust(0));
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.ending().text())
        .isEqualTo("mine wants an SSLEngine, and this transport has none");
  }

  @Test
  void theCausesOfAnAdaptersFailureAreNamed() throws Exception {
    Adapter adapter =
        new Adapter(
            "mine",
            with -> {
              throw new IllegalArgumentException("outer", new ClassCastException("inner"));
            });
    CellResult result = SingleCell.explore(cell("write-free", adapter, "jsse"), Limits.exhaust(0));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().is(EndingKind.ADAPTER_FAILED)).isTrue();
    assertThat(result.ending().text())
        .startsWith("mine could not open a session: ")
        .endsWith("outer, caused by java.lang.ClassCastException: inner");
  }

  @Test
  void anAdapterMaySayThatItCannot() throws Exception {
    Adapter adapter =
        new Adapter(
            "mine",
            with -> {
              throw new MisfitException("clients alone");
            });
    CellResult result = SingleCell.explore(cell("write-free", adapter, "jsse"), Limits.exhaust(0));
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.ending().text()).isEqualTo("clients alone");
  }

  /** The caller waits where the run can see it, and gets what the task has thrown. */
  @Test
  void anExecutorCanBeWaitedFor() throws Exception {
    Function<Opening, UserSession> opener =
        with -> {
          Executor loop = with.executor("loop");
          Wrapper session = new Wrapper(with, Guard.none(), false);
          return UserSession.of(
              data -> with.call(loop, () -> session.send(data)),
              () -> with.call(loop, session::receive),
              () -> with.call(loop, session::free));
        };
    for (String scenario : List.of("write-write", "write-free", "read-free")) {
      assertThat(explore(scenario, opener, 1)).hasNoFindings().isExhausted();
    }
  }

  @Test
  void twoLoopsThatWaitForEachOtherStall() throws Exception {
    Function<Opening, UserSession> opener =
        with -> {
          Executor loop = with.executor(with.name() + "-loop");
          Wrapper session = new Wrapper(with, Guard.none(), false);
          return UserSession.of(
              data -> with.call(loop, () -> session.send(data)),
              () -> with.call(loop, session::receive),
              () -> with.call(loop, session::free));
        };
    assertThat(explore("relay", opener, 1))
        .failsWith(FindingKind.STALL)
        .onThread("left-loop")
        .wants("a task of right-loop");
  }
}

package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.process.WorkerJvms;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of users' own whose threads run free, here and in worker JVMs. */
@Timeout(300)
class StressedAdaptersTest {
  private static final Registry REGISTRY =
      Registry.load(StressedAdaptersTest.class.getClassLoader());

  @TempDir private static Path folder;
  private static InThisJvm here;
  private static WorkerJvms there;

  enum Where {
    HERE,
    IN_A_WORKER;

    CellRunner runner() {
      return this == HERE ? here : there;
    }
  }

  @BeforeAll
  static void open() {
    here = new InThisJvm();
    there = new WorkerJvms(folder);
  }

  @AfterAll
  static void close() {
    here.close();
    there.close();
  }

  private static CellResult stress(
      Where where, String scenario, SessionAdapter adapter, long iterations) throws Exception {
    Cell cell =
        Cell.of(
            REGISTRY.scenarios().stream()
                .filter(one -> one.id().equals(scenario))
                .findFirst()
                .orElseThrow(),
            adapter,
            REGISTRY.transports().stream()
                .filter(one -> one.id().equals("jsse"))
                .findFirst()
                .orElseThrow(),
            Protocol.TLS_1_2);
    Limits limits =
        new Limits(Mode.STRESS, 0, false, 0, false, 1).within(Duration.ofSeconds(240).toNanos());
    return where.runner().run(cell, () -> limits, new Enough(iterations));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read-write",
        "write-write",
        "read-free",
        "write-free",
        "read-write-free",
        "double-free",
        "blocked-read-free",
        "free-in-callback",
        "ping-send-inversion",
        "relay",
        "loopback-dependency",
        "full-wire",
        "key-update",
        "send-after-free",
        "send-order"
      })
  void nothingIsFoundInWhatIsRight(String scenario) throws Exception {
    CellResult result = stress(Where.HERE, scenario, new OneLock(), 30);
    assertThat(result).hasNoFindings();
    assertThat(result.counts().schedules()).isGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource(Where.class)
  void norInAWorker(Where where) throws Exception {
    CellResult result = stress(where, "read-write-free", new OneLock(), 200);
    assertThat(result).hasNoFindings();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.counts().schedules()).isGreaterThanOrEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Where.class)
  void callbacksUnderTheLockAreADeadlockOfTwoSessions(Where where) throws Exception {
    assertThat(stress(where, "relay", new CallsUnderLock(), 40))
        .failsWith(FindingKind.DEADLOCK)
        .onThread("left-reader")
        .heldSince("Wrapper.receive")
        .isIn("Wrapper.send");
  }

  @Test
  void soTheyAreUnderALockThatTheRunKnowsNothingOf() throws Exception {
    SessionAdapter semaphore =
        new Adapter("mine", with -> new Wrapper(with, Guard.semaphore(), true));
    assertThat(stress(Where.HERE, "send-order", semaphore, 1))
        .failsWith(FindingKind.STALL)
        .onThread("worker")
        .isIn("Wrapper.send");
  }
}

package com.example.socket;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.woven.JUnitRun;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions over a socket: each right one has a wrong twin. */
@Timeout(300)
class SocketSessionsTest {
  private static final String WOVEN = "com.example.socket";

  abstract static class OverTls implements LockjawTest {
    @Override
    public boolean shakesHands() {
      return true;
    }

    @Override
    public Set<Hook> hooks() {
      return Set.of(Hook.PROMPT_FREE, Hook.HANDSHAKE, Hook.STATUS);
    }
  }

  static class Right extends OverTls {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new TlsSocketLink(with);
    }
  }

  @Lockjaw(scenarios = "read-write-free", preemptions = 1, weave = WOVEN)
  static class Woven extends Right {}

  @Lockjaw(scenarios = "blocked-write-free", preemptions = 1, weave = WOVEN)
  static class WovenFull extends Right {}

  @Lockjaw(
      scenarios = "read-write-free",
      transports = "bcjsse",
      preemptions = 1,
      weave = {})
  static class Bouncy extends Right {}

  @Lockjaw(
      scenarios = "read-free",
      protocol = "tls1.3",
      preemptions = 1,
      weave = {})
  static class Unwoven extends Right {}

  @Lockjaw(
      scenarios = "handshake-race",
      preemptions = 1,
      weave = {})
  static class Handshakes extends Right {}

  @Lockjaw(scenarios = "status-free", preemptions = 1, weave = WOVEN)
  static class Status extends Right {}

  @Lockjaw(
      scenarios = "relay",
      preemptions = 1,
      weave = {})
  static class BothEnds extends Right {}

  static class ReadsLocked extends OverTls {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new WrongSockets.ReadsLocked(with);
    }
  }

  @Lockjaw(scenarios = "blocked-read-free", preemptions = 1, weave = WOVEN)
  static class WovenReadsLocked extends ReadsLocked {}

  @Lockjaw(
      scenarios = "blocked-read-free",
      preemptions = 1,
      weave = {})
  static class UnwovenReadsLocked extends ReadsLocked {}

  @Lockjaw(scenarios = "blocked-write-free", preemptions = 1, weave = WOVEN)
  static class ClosesLocked extends OverTls {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new WrongSockets.ClosesLocked(with);
    }
  }

  @Lockjaw(scenarios = "write-free", preemptions = 1, weave = WOVEN)
  static class NullsStream extends OverTls {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new WrongSockets.NullsStream(with);
    }
  }

  @Lockjaw(scenarios = "write-free", preemptions = 1, weave = WOVEN)
  static class EngineRight implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new EngineSocketLink(with, 0, true);
    }
  }

  @Lockjaw(scenarios = "write-free", preemptions = 1, weave = WOVEN)
  static class EngineWrong implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new EngineSocketLink(with, 0, false);
    }
  }

  static class TimesOut implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new EngineSocketLink(with, 5_000, true);
    }
  }

  @Lockjaw(scenarios = "blocked-read-free", preemptions = 1, weave = WOVEN)
  static class WovenTimesOut extends TimesOut {}

  @Lockjaw(
      scenarios = "blocked-read-free",
      preemptions = 1,
      weave = {})
  static class UnwovenTimesOut extends TimesOut {}

  static class WaitsForever implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new EngineSocketLink(with, 0, true);
    }
  }

  @Lockjaw(scenarios = "blocked-read-free", preemptions = 1, weave = WOVEN)
  static class WovenWaitsForever extends WaitsForever {}

  @Lockjaw(
      scenarios = "blocked-read-free",
      preemptions = 1,
      weave = {})
  static class UnwovenWaitsForever extends WaitsForever {}

  @Lockjaw(
      scenarios = "write-free",
      weave = {})
  static class HasNoHandshake implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return new TlsSocketLink(with);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Woven.class,
        WovenFull.class,
        Unwoven.class,
        BothEnds.class,
        Handshakes.class,
        Status.class,
        Bouncy.class,
        EngineRight.class,
        WovenTimesOut.class,
        UnwovenTimesOut.class
      })
  void whatIsRightPasses(Class<?> test) {
    new JUnitRun(test).passes();
  }

  @ParameterizedTest
  @ValueSource(classes = {WovenReadsLocked.class, UnwovenReadsLocked.class})
  void aReadUnderTheLockOfACloseIsFound(Class<?> test) {
    assertThat(new JUnitRun(test).failure())
        .contains("blocked-io-under-lock in blocked-read-free/" + test.getSimpleName())
        .contains("ReadsLocked.receive");
  }

  @Test
  void aCloseUnderTheLockOfABlockedWriterIsFound() {
    assertThat(new JUnitRun(ClosesLocked.class).failure())
        .contains("blocked-io-under-lock in blocked-write-free/ClosesLocked");
  }

  @Test
  void aStreamThatIsNulledBesideAWriteIsFound() {
    assertThat(new JUnitRun(NullsStream.class).failure())
        .contains("null-dereference in write-free/NullsStream")
        .contains("NullsStream.send");
  }

  @Test
  void anEngineThatIsUsedAfterItsCloseIsFound() {
    assertThat(new JUnitRun(EngineWrong.class).failure())
        .contains("use-after-free in write-free/EngineWrong");
  }

  @ParameterizedTest
  @ValueSource(classes = {WovenWaitsForever.class, UnwovenWaitsForever.class})
  void aReaderWhoseReadNeverTimesOutKeepsTheCloseWaiting(Class<?> test) {
    assertThat(new JUnitRun(test).failure())
        .contains("stall in blocked-read-free/" + test.getSimpleName());
  }

  @Test
  void aTlsSocketOverAnEstablishedConnectionIsRefused() {
    assertThat(new JUnitRun(HasNoHandshake.class).failure())
        .contains("override shakesHands() to return true");
  }

  // ---- threads that run free ----

  @Test
  void soItIsUnderStress() throws Exception {
    assertThat(Stressed.cell("read-write-free", new Right(), 100, 1)).hasNoFindings();
    assertThat(Stressed.cell("blocked-read-free", new TimesOut(), 5, 1)).hasNoFindings();
    assertThat(Stressed.untilFound("blocked-read-free", new ReadsLocked()))
        .failsWith(FindingKind.BLOCKED_IO_UNDER_LOCK);
    assertThat(Stressed.untilFound("blocked-read-free", new WaitsForever()))
        .failsWith(FindingKind.STALL);
  }
}

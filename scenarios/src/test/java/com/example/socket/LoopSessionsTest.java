package com.example.socket;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.woven.JUnitRun;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions whose event loop selects: each right one has a wrong twin. */
@Timeout(300)
class LoopSessionsTest {
  private static final String WOVEN = "com.example.socket";

  /** Makes a session with a loop. */
  interface Makes {
    LoopLink make(Opening with, Selector selector) throws IOException;
  }

  /** Its loop is a thread of its own, and its selector is that of any program. */
  private static UserSession onItsThread(Opening with, Makes makes) throws IOException {
    LoopLink link = makes.make(with, Selector.open());
    new Thread(link::loop, "loop").start();
    return link;
  }

  /** Its loop is on a thread that it was given. */
  private static UserSession onGivenThread(Opening with, Makes makes) throws IOException {
    LoopLink link = makes.make(with, with.selector());
    with.start("loop", link::loop);
    return link;
  }

  abstract static class OwnThread implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return onItsThread(with, LoopLink::new);
    }
  }

  static class Right implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return onGivenThread(with, LoopLink::new);
    }
  }

  static class TooEarly implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return onGivenThread(with, WrongLoops.WakesTooEarly::new);
    }
  }

  @Lockjaw(scenarios = "read-write", preemptions = 1, weave = WOVEN)
  static class WovenReadWrite extends OwnThread {}

  @Lockjaw(scenarios = "write-free", preemptions = 1, weave = WOVEN)
  static class WovenWriteFree extends OwnThread {}

  @Lockjaw(
      scenarios = "write-free",
      preemptions = 1,
      weave = {})
  static class UnwovenWriteFree extends Right {}

  @Lockjaw(
      scenarios = "peer-vanishes",
      preemptions = 1,
      weave = {})
  static class PeerVanishes extends Right {}

  @Lockjaw(scenarios = "write-write", preemptions = 1, weave = WOVEN)
  static class WakesTooEarly implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return onItsThread(with, WrongLoops.WakesTooEarly::new);
    }
  }

  @Lockjaw(
      scenarios = "write-free",
      preemptions = 1,
      weave = {})
  static class SealsBeside implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      return onGivenThread(with, WrongLoops.SealsBeside::new);
    }
  }

  @Lockjaw(
      scenarios = "write-free",
      weave = {})
  static class ForeignSelector implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      try (Selector selector = Selector.open()) {
        return new LoopLink(with, selector);
      }
    }
  }

  /** A blocking channel, which a close wakes. */
  @Lockjaw(
      scenarios = "blocked-read-free",
      preemptions = 1,
      weave = {})
  static class Blocking implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      SocketChannel channel = with.channel();
      return UserSession.of(data -> {}, () -> channel.read(ByteBuffer.allocate(1)), channel::close);
    }
  }

  /** Its reader is inside a selection when the session is freed. */
  @Lockjaw(
      scenarios = "blocked-read-free",
      preemptions = 1,
      weave = {})
  static class SelectsInReader implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      Selector selector = with.selector();
      with.channel().configureBlocking(false);
      with.channel().register(selector, SelectionKey.OP_READ);
      return UserSession.of(
          data -> {},
          selector::select,
          () -> {
            selector.wakeup();
            with.channel().close();
          });
    }
  }

  @Lockjaw(
      scenarios = "blocked-read-free",
      preemptions = 1,
      weave = {})
  static class NeverWakes implements LockjawTest {
    @Override
    public UserSession open(Opening with) throws Exception {
      Selector selector = with.selector();
      with.channel().configureBlocking(false);
      with.channel().register(selector, SelectionKey.OP_READ);
      return UserSession.of(data -> {}, selector::select, () -> {});
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        WovenReadWrite.class,
        WovenWriteFree.class,
        UnwovenWriteFree.class,
        PeerVanishes.class,
        Blocking.class,
        SelectsInReader.class
      })
  void whatIsRightPasses(Class<?> test) {
    new JUnitRun(test).passes();
  }

  @Test
  void aLoopThatIsWokenTooEarlyLosesAMessage() {
    assertThat(new JUnitRun(WakesTooEarly.class).failure())
        .contains("in write-write/WakesTooEarly/jsse")
        .contains("lost-message");
  }

  @Test
  void aThreadThatSealsBesideTheLoopIsFound() {
    assertThat(new JUnitRun(SealsBeside.class).failure())
        .contains("concurrent-entry in write-free/SealsBeside");
  }

  @Test
  void aReaderThatNobodyWakesIsFound() {
    assertThat(new JUnitRun(NeverWakes.class).failure())
        .contains("stall in blocked-read-free/NeverWakes")
        .contains("a channel that is ready");
  }

  @Test
  void aSelectorOfTheJdkIsRefusedInOneLine() {
    assertThat(new JUnitRun(ForeignSelector.class).failure())
        .contains("the JDK's selectors refuse Opening.channel(): take one of Opening.selector()");
  }

  @Test
  void soItIsUnderStress() throws Exception {
    assertThat(Stressed.cell("read-write-free", new Right(), 100, 1)).hasNoFindings();
    assertThat(Stressed.cell("full-wire", new Right(), 5, 1)).hasNoFindings();
    assertThat(Stressed.untilFound("write-write", new TooEarly()))
        .failsWith(FindingKind.LOST_MESSAGE);
  }
}

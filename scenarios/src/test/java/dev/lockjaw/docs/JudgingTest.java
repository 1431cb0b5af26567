package dev.lockjaw.docs;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.junit.Replay;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** A session with a bug, and tests that expect it: an example in docs/testing-your-session.md. */
@Lockjaw(scenarios = "write-write")
class JudgingTest implements LockjawTest {
  @Override
  public UserSession open(Opening with) {
    ByteChannel tls = with.tls();
    Lock lock = with.lock("S");
    return UserSession.of(
        data -> locked(lock, () -> tls.write(ByteBuffer.wrap(data))),
        () -> receive(with, lock, tls),
        () -> locked(lock, tls::close));
  }

  private static void receive(Opening with, Lock lock, ByteChannel tls) throws Exception {
    ByteBuffer plain = ByteBuffer.allocate(20_000);
    locked(
        lock,
        () -> {
          tls.read(plain);
          with.received(plain.flip());
        });
  }

  private static void locked(Lock lock, UserSession.Action action) throws Exception {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  @Test
  void sendFromTheCallbackTakesTheLockTwice() throws Exception {
    assertThat(explore("send-order"))
        .failsWith(FindingKind.DOUBLE_LOCK)
        .onThread("worker")
        .heldSince("JudgingTest.receive");
  }

  @Replay("LJ1/send-order/JudgingTest/jsse/tls1.2/0/3df7")
  void stillThere(CellResult shown) {
    assertThat(shown).failsWith(FindingKind.DOUBLE_LOCK);
  }
}

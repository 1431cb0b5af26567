package dev.lockjaw.docs;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.Lock;

/** A session over a TLS socket: an example in docs/testing-your-session.md. */
@Lockjaw(
    scenarios = {"send-order", "write-free"},
    transports = {"jsse", "bc"})
class ChannelLinkTest implements LockjawTest {
  @Override
  public UserSession open(Opening with) {
    ByteChannel tls = with.tls();
    Lock lock = with.reentrantLock("S");
    return UserSession.of(
        data -> locked(lock, () -> write(tls, data)),
        () -> {
          ByteBuffer plain = ByteBuffer.allocate(20_000);
          locked(lock, () -> tls.read(plain));
          with.received(plain.flip());
        },
        () -> locked(lock, tls::close));
  }

  private static void write(ByteChannel tls, byte[] data) throws IOException {
    if (!tls.isOpen()) {
      throw new ClosedChannelException();
    }
    tls.write(ByteBuffer.wrap(data));
  }

  private static void locked(Lock lock, UserSession.Action action) throws Exception {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}

package dev.lockjaw.docs;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.sync.Resource;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A session with a buffer of a pool: an example in docs/testing-your-session.md. */
@Lockjaw(
    scenarios = {"write-free", "double-free"},
    transports = {"jsse", "bc"})
class PooledLinkTest implements LockjawTest {
  private static final Queue<ByteBuffer> POOL = new ConcurrentLinkedQueue<>();

  @Override
  public UserSession open(Opening with) {
    PooledLink link = new PooledLink(with);
    return UserSession.of(link::send, link::receive, link::close);
  }

  private static final class PooledLink {
    private final ByteChannel tls;
    private final ByteBuffer packet;
    private final Resource taken;
    private boolean closed;

    PooledLink(Opening with) {
      ByteBuffer pooled = POOL.poll();
      tls = with.tls();
      packet = pooled == null ? ByteBuffer.allocate(1024) : pooled;
      taken = with.taken("packet");
    }

    synchronized void send(byte[] data) throws Exception {
      if (closed) {
        throw new ClosedChannelException();
      }
      tls.write(packet.clear().put(data).flip());
    }

    void receive() {
      throw new UnsupportedOperationException("receive");
    }

    synchronized void close() throws Exception {
      if (!closed) {
        closed = true;
        tls.close();
        taken.giveBack();
        POOL.add(packet);
      }
    }
  }
}

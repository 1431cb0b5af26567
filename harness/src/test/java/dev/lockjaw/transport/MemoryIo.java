package dev.lockjaw.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One end of a connection in memory. A test can interfere with every step. Any thread. */
public final class MemoryIo implements Io {
  private final ByteArrayOutputStream everSent = new ByteArrayOutputStream();
  private MemoryIo peer;
  private byte[] incoming = new byte[0];
  private boolean ended;

  /** The most bytes that one read returns. */
  volatile int chunk = Integer.MAX_VALUE;

  /** Runs inside each read, before the read looks at its input. */
  public volatile Hook beforeRead = () -> {};

  /** Runs inside each write, before anything is sent. */
  public volatile Hook beforeWrite = () -> {};

  volatile int reads;
  volatile int writes;

  /** A fault to inject, or a call back into the session. */
  public interface Hook {
    void run() throws IOException;
  }

  static MemoryIo connected() {
    MemoryIo one = new MemoryIo();
    one.peer = new MemoryIo();
    one.peer.peer = one;
    return one;
  }

  MemoryIo peer() {
    return peer;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    reads++;
    beforeRead.run();
    synchronized (this) {
      if (incoming.length == 0) {
        return ended ? -1 : 0;
      }
      int count = Math.min(Math.min(incoming.length, chunk), into.remaining());
      into.put(incoming, 0, count);
      incoming = Arrays.copyOfRange(incoming, count, incoming.length);
      return count;
    }
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    writes++;
    beforeWrite.run();
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    synchronized (this) {
      everSent.writeBytes(bytes);
    }
    peer.deliver(bytes);
  }

  /** Ends the input. */
  synchronized void end() {
    ended = true;
  }

  synchronized byte[] everSent() {
    return everSent.toByteArray();
  }

  private synchronized void deliver(byte[] bytes) {
    int old = incoming.length;
    incoming = Arrays.copyOf(incoming, old + bytes.length);
    System.arraycopy(bytes, 0, incoming, old, bytes.length);
  }
}

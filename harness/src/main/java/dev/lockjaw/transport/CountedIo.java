package dev.lockjaw.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The I/O of an endpoint that serves one run after another. It counts bytes. */
final class CountedIo implements Io {
  private Io io;
  private long read;
  private long written;

  /** Leads to the wire of another run. */
  void leadTo(Io next) {
    io = next;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = io.read(into);
    read += Math.max(0, count);
    return count;
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    written += from.remaining();
    io.write(from);
  }

  /** Whether this end has read all that the other end wrote. */
  boolean hasReadAllOf(CountedIo other) {
    return read == other.written;
  }
}

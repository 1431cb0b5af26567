package dev.lockjaw.wire;

import dev.lockjaw.sync.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apiguardian.api.API;

/**
 * One end of a wire. Never blocks: who wants to wait, awaits {@link #readable} on {@link #input} or
 * {@link #writable} on {@link #output}. One thread may read while another writes.
 */
@API(status = API.Status.STABLE)
public interface WireEnd extends AutoCloseable {
  /**
   * @return the number of bytes read, 0 if there are none yet, -1 once the other end has closed and
   *     all it sent is read, or this end has closed
   */
  int read(ByteBuffer into) throws IOException;

  /**
   * Writes what there is room for.
   *
   * @return the number of bytes written
   * @throws java.nio.channels.ClosedChannelException if either end has closed
   */
  int write(ByteBuffer from) throws IOException;

  /** Whether {@link #read} would return other than 0. */
  boolean readable();

  /** Whether {@link #write} would take a byte, or throw. */
  boolean writable();

  /** What is touched by reading at this end, and by writing at the other. */
  Shared input();

  /** What is touched by writing at this end, and by reading at the other. */
  Shared output();

  /** Closes both directions and wakes whoever waits, at either end. May be called again. */
  @Override
  void close();
}

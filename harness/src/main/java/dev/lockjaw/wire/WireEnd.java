package dev.lockjaw.wire;

import dev.lockjaw.sync.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apiguardian.api.API;

/**
 * One end of a wire. Never blocks: to wait, await {@link #readable} on {@link #input} or {@link
 * #writable} on {@link #output}. One thread may read while another writes.
 */
@API(status = API.Status.STABLE)
public interface WireEnd extends AutoCloseable {
  /**
   * Reads what is there.
   *
   * @return the number of bytes read, 0 if there are none yet, -1 if this end has closed, or if the
   *     other end has closed and everything it sent is read
   */
  int read(ByteBuffer into) throws IOException;

  /**
   * Writes as much as there is room for.
   *
   * @return the number of bytes written
   * @throws java.nio.channels.ClosedChannelException if either end has closed
   */
  int write(ByteBuffer from) throws IOException;

  /** Whether {@link #read} would return a value other than 0. */
  boolean readable();

  /** Whether {@link #write} would accept a byte, or throw. */
  boolean writable();

  /** How many bytes a read returns at least, without waiting. */
  default int available() {
    return 0;
  }

  /**
   * Ends what this end writes. The other end reads what was written before, and then the end of
   * input. Reading goes on.
   *
   * @throws UnsupportedOperationException if the wire closes only as a whole
   * @throws IOException if the wire fails
   */
  default void endOutput() throws IOException {
    throw new UnsupportedOperationException("this wire closes only as a whole");
  }

  /** Stands for what a read at this end and a write at the other end touch. */
  Shared input();

  /** Stands for what a write at this end and a read at the other end touch. */
  Shared output();

  /** Closes both directions and wakes the threads that wait at either end. May be called again. */
  @Override
  void close();
}

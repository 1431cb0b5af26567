package dev.lockjaw.transport.conscrypt;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.conscrypt.AllocatedBuffer;
import org.conscrypt.BufferAllocator;

/**
 * Direct buffers that engines share, one call after the other. Otherwise each engine of Conscrypt
 * allocates one of a record's size, which only a garbage collection frees; a long run of short
 * sessions then holds gigabytes. Any thread.
 */
final class ConscryptBuffers extends BufferAllocator {
  static final ConscryptBuffers SHARED = new ConscryptBuffers();

  /** Bytes; more than a record takes. */
  private static final int SIZE = 17 * 1024;

  private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

  @Override
  public AllocatedBuffer allocateDirectBuffer(int capacity) {
    if (capacity > SIZE) {
      return AllocatedBuffer.wrap(ByteBuffer.allocateDirect(capacity));
    }
    ByteBuffer buffer = idle.poll();
    return new Lent(
        (buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear()).limit(capacity));
  }

  private final class Lent extends AllocatedBuffer {
    private ByteBuffer buffer;

    Lent(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer nioBuffer() {
      return buffer;
    }

    /** The first call returns the buffer to the pool. Only for the thread that borrowed it. */
    @Override
    public AllocatedBuffer release() {
      if (buffer != null) {
        idle.add(buffer);
        buffer = null;
      }
      return this;
    }
  }
}

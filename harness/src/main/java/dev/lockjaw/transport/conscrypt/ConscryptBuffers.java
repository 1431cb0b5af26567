package dev.lockjaw.transport.conscrypt;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.conscrypt.AllocatedBuffer;
import org.conscrypt.BufferAllocator;

/**
 * Direct buffers that engines share, one call after the other. Left alone, each engine of Conscrypt
 * makes one of its own, of a record's size, that only a garbage collection gives back; a long run
 * of short sessions then holds gigabytes. Any thread.
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

    /** The first time, gives the buffer back. By the thread that was lent it. */
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

package dev.lockjaw.transport.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Bytes on their way into or out of native code. A buffer belongs to one call and not to the
 * session, so freeing the session in mid-call does not free it. Close it to return it to the pool.
 */
public final class NativeBuffer implements AutoCloseable {
  /** The longest plaintext of a record, in bytes. */
  public static final int RECORD = 1 << 14;

  /** Holds at most as many buffers as there were calls at the same time. */
  private static final ConcurrentLinkedQueue<NativeBuffer> IDLE = new ConcurrentLinkedQueue<>();

  /** Bytes; room for the longest sealed record of either protocol. */
  private static final int SIZE = 20 * 1024;

  private final ByteBuffer bytes;
  private long address;

  private NativeBuffer(int size) {
    bytes = ByteBuffer.allocateDirect(size);
  }

  /** The address of a direct buffer's first byte. The buffer must be kept alive. */
  public static long address(ByteBuffer direct) {
    return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
  }

  /** An empty buffer for one record, sealed or not. */
  public static NativeBuffer forRecord() {
    NativeBuffer idle = IDLE.poll();
    return idle == null ? new NativeBuffer(SIZE) : idle;
  }

  /** A buffer with all remaining bytes of {@code from}, whose position advances. */
  public static NativeBuffer of(ByteBuffer from) {
    NativeBuffer buffer =
        from.remaining() <= SIZE ? forRecord() : new NativeBuffer(from.remaining());
    buffer.bytes.clear().put(from);
    return buffer;
  }

  /** The address of the first byte. Only the first call goes through JNA. */
  public long address() {
    if (address == 0) {
      address = address(bytes);
    }
    return address;
  }

  /** The whole buffer. Its position and limit have no meaning. */
  public ByteBuffer bytes() {
    return bytes;
  }

  /** Copies the first bytes. */
  public void get(int count, ByteBuffer into) {
    into.put(bytes.clear().limit(count));
  }

  @Override
  public void close() {
    if (bytes.capacity() == SIZE) {
      IDLE.add(this);
    }
  }
}

package dev.lockjaw.transport;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Plaintext on its way into or out of native code: one call's, not the session's, so that a session
 * that is freed in mid-call takes nothing of ours with it. Close to give it back.
 */
final class NativeBuffer implements AutoCloseable {
  /** The longest plaintext of a record, in bytes. */
  static final int RECORD = 1 << 14;

  /** No more than there ever were calls at a time. */
  private static final ConcurrentLinkedQueue<NativeBuffer> IDLE = new ConcurrentLinkedQueue<>();

  private final ByteBuffer bytes;
  private final long address;

  private NativeBuffer(int size) {
    bytes = ByteBuffer.allocateDirect(size);
    address = address(bytes);
  }

  /** The first byte of a direct buffer, which must be kept alive. */
  static long address(ByteBuffer direct) {
    return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
  }

  /** An empty one for one record. */
  static NativeBuffer forRecord() {
    NativeBuffer idle = IDLE.poll();
    return idle == null ? new NativeBuffer(RECORD) : idle;
  }

  /** One with all that remains in {@code from}, which is taken. */
  static NativeBuffer of(ByteBuffer from) {
    NativeBuffer buffer =
        from.remaining() <= RECORD ? forRecord() : new NativeBuffer(from.remaining());
    buffer.bytes.clear().put(from);
    return buffer;
  }

  long address() {
    return address;
  }

  /** Copies the first bytes. */
  void get(int count, ByteBuffer into) {
    into.put(bytes.clear().limit(count));
  }

  @Override
  public void close() {
    if (bytes.capacity() == RECORD) {
      IDLE.add(this);
    }
  }
}

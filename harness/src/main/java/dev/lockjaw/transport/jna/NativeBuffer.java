package dev.lockjaw.transport.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Bytes on their way into or out of native code: one call's, not the session's, so that a session
 * that is freed in mid-call takes nothing of ours with it. Close to give it back.
 */
public final class NativeBuffer implements AutoCloseable {
  /** The longest plaintext of a record, in bytes. */
  public static final int RECORD = 1 << 14;

  /** No more than there ever were calls at a time. */
  private static final ConcurrentLinkedQueue<NativeBuffer> IDLE = new ConcurrentLinkedQueue<>();

  /** Room for the longest record of either protocol, sealed. */
  private static final int SIZE = 20 * 1024;

  private final ByteBuffer bytes;
  private long address;

  private NativeBuffer(int size) {
    bytes = ByteBuffer.allocateDirect(size);
  }

  /** The first byte of a direct buffer, which must be kept alive. */
  public static long address(ByteBuffer direct) {
    return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
  }

  /** An empty one for one record, sealed or not. */
  public static NativeBuffer forRecord() {
    NativeBuffer idle = IDLE.poll();
    return idle == null ? new NativeBuffer(SIZE) : idle;
  }

  /** One with all that remains in {@code from}, which is taken. */
  public static NativeBuffer of(ByteBuffer from) {
    NativeBuffer buffer =
        from.remaining() <= SIZE ? forRecord() : new NativeBuffer(from.remaining());
    buffer.bytes.clear().put(from);
    return buffer;
  }

  /** By JNA, the first time. */
  public long address() {
    if (address == 0) {
      address = address(bytes);
    }
    return address;
  }

  /** All of it. Position and limit are of no account. */
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

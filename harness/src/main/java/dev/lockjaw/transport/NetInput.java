package dev.lockjaw.transport;

import dev.lockjaw.mark.Plumbing;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Received bytes that are not decrypted yet. It belongs to the reading side: one thread at a time
 * may use it, and a write never touches it, so a write nested in {@link Io#read} does no harm.
 */
public final class NetInput {
  /** Content type, version, length. */
  private static final int HEADER = 5;

  /** The longest record of TLS 1.2, in bytes (RFC 5246, 6.2.3). TLS 1.3's are shorter. */
  private static final int LONGEST_RECORD = HEADER + (1 << 14) + 2048;

  private ByteBuffer unread = ByteBuffer.allocate(0);
  private boolean ended;

  /**
   * The bytes, from position to limit, on the heap. The code that decrypts them advances the
   * position.
   */
  public ByteBuffer unread() {
    return unread;
  }

  /** Whether it holds no bytes and its end has not come. */
  public boolean isEmpty() {
    return !ended && !unread.hasRemaining();
  }

  /** The length of the first record in bytes, including its header; 0 if it is not complete. */
  public int completeRecord() {
    if (unread.remaining() < HEADER) {
      return 0;
    }
    int length = HEADER + Short.toUnsignedInt(unread.getShort(unread.position() + HEADER - 2));
    return unread.remaining() < length ? 0 : length;
  }

  /**
   * Asks for more input, once.
   *
   * @return as {@link Io#read}; the end of input is final
   * @throws IOException if the input is not TLS, or the connection fails
   */
  @Plumbing
  public int fill(Io io) throws IOException {
    if (ended) {
      return -1;
    }
    int got = io.read(room());
    if (got < 0) {
      ended = true;
    } else {
      unread.limit(unread.limit() + got);
    }
    return got;
  }

  /**
   * A view of the free space, so that an exception from {@link Io#read} leaves the buffer
   * unchanged.
   */
  private ByteBuffer room() throws IOException {
    if (unread.capacity() == 0) {
      unread = ByteBuffer.allocate(LONGEST_RECORD).limit(0);
    }
    unread.compact().flip();
    if (unread.limit() == unread.capacity()) {
      throw new IOException("a record longer than TLS allows");
    }
    return unread.duplicate().position(unread.limit()).limit(unread.capacity());
  }
}

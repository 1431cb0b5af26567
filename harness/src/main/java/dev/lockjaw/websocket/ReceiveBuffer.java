package dev.lockjaw.websocket;

import java.nio.ByteBuffer;

/** The bytes received and not yet taken. Grows as needed, at a cost linear in what is added. */
final class ReceiveBuffer {
  /** From its position to its limit: what has been received and not taken. */
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  void add(byte[] data) {
    int start = bytes.position();
    int end = bytes.limit();
    int needed = Math.addExact(end - start, data.length);
    if (data.length > bytes.capacity() - end) {
      // As much room again, so that many small additions do not each copy everything.
      int capacity = (int) Math.min(2L * needed, Integer.MAX_VALUE - 8);
      bytes = ByteBuffer.allocate(Math.max(needed, capacity)).put(bytes);
      start = 0;
      end = bytes.position();
    }
    bytes.limit(end + data.length).position(end);
    bytes.put(data).position(start);
  }

  /** To look ahead in, without taking anything. */
  ByteBuffer view() {
    return bytes.duplicate();
  }

  /** Takes all that was read of a view. */
  void takeUpTo(ByteBuffer view) {
    bytes.position(view.position());
  }
}

package dev.lockjaw.websocket;

import java.nio.ByteBuffer;

/** Received bytes that are not taken yet. Growing costs time linear in the bytes added. */
final class ReceiveBuffer {
  /** The untaken bytes lie from its position to its limit. */
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  void add(byte[] data) {
    int start = bytes.position();
    int end = bytes.limit();
    int needed = Math.addExact(end - start, data.length);
    if (data.length > bytes.capacity() - end) {
      // Double the room, so that many small additions do not each copy everything.
      int capacity = (int) Math.min(2L * needed, Integer.MAX_VALUE - 8);
      bytes = ByteBuffer.allocate(Math.max(needed, capacity)).put(bytes);
      start = 0;
      end = bytes.position();
    }
    bytes.limit(end + data.length).position(end);
    bytes.put(data).position(start);
  }

  /** A view for looking ahead; reading it takes nothing. */
  ByteBuffer view() {
    return bytes.duplicate();
  }

  /** Takes everything that was read from a view. */
  void takeUpTo(ByteBuffer view) {
    bytes.position(view.position());
  }
}

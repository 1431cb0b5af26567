package dev.lockjaw.woven.net;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;

/**
 * Bytes on their way in one direction of a connection. Only the thread that has the turn uses it;
 * what it waits for is looked at by any thread of the run.
 */
final class Flow {
  private final byte[] ring;
  private int first;
  private int size;
  private boolean ended;
  private boolean unread;
  private boolean refused;
  private boolean reset;

  Flow(int capacity) {
    ring = new byte[capacity];
  }

  /** Whether a read returns at once: with bytes, at the end, or with an error. */
  boolean readable() {
    return size > 0 || ended || reset;
  }

  /** Whether a write returns at once. */
  boolean writable() {
    return size < ring.length || ended || unread || reset;
  }

  int size() {
    return size;
  }

  /** Takes bytes out: -1 at the end, 0 if there is none yet. */
  int read(ByteBuffer into) throws IOException {
    if (size == 0 && reset) {
      throw new SocketException("Connection reset");
    }
    if (size == 0) {
      return ended ? -1 : 0;
    }
    int count = Math.min(size, into.remaining());
    for (int i = 0; i < count; i++) {
      into.put(ring[first]);
      first = (first + 1) % ring.length;
    }
    size -= count;
    return count;
  }

  /** Puts bytes in, as many as there is room for. */
  int write(ByteBuffer from) throws IOException {
    if (reset) {
      throw new IOException("Connection reset by peer");
    }
    if (refused) {
      throw new IOException("Broken pipe");
    }
    if (unread) { // the other end learns of it first, and answers that it is closed
      refused = true;
      int lost = from.remaining();
      from.position(from.limit());
      return lost;
    }
    int count = Math.min(ring.length - size, from.remaining());
    for (int i = 0; i < count; i++) {
      ring[(first + size++) % ring.length] = from.get();
    }
    return count;
  }

  /** Its writer will write no more. */
  void end() {
    ended = true;
  }

  /** Its reader will read no more. What was not read is refused, and so is what comes. */
  void leaveUnread() {
    unread = true;
    refused = size > 0;
    size = 0;
  }

  /** The connection is reset: what is there can still be read. */
  void reset() {
    reset = true;
  }
}

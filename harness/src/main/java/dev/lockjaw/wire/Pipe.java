package dev.lockjaw.wire;

import dev.lockjaw.sync.Shared;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/** One direction of a memory wire: a ring that grows on use, up to its bound. */
final class Pipe extends Shared {
  private static final int FIRST_SIZE = 2048;

  private byte[] ring = new byte[FIRST_SIZE];
  private int start;
  private int length;
  private int capacity;
  private boolean closed;

  Pipe(String name, int capacity) {
    super(name);
    this.capacity = capacity;
  }

  synchronized int read(ByteBuffer into) {
    if (length == 0) {
      return closed ? -1 : 0;
    }
    int count = Math.min(into.remaining(), length);
    int first = Math.min(count, ring.length - start);
    into.put(ring, start, first);
    into.put(ring, 0, count - first);
    start = (start + count) % ring.length;
    length -= count;
    return count;
  }

  synchronized int write(ByteBuffer from) throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
    int count = Math.max(0, Math.min(from.remaining(), capacity - length));
    if (length + count > ring.length) {
      grow(length + count);
    }
    int end = (start + length) % ring.length;
    int first = Math.min(count, ring.length - end);
    from.get(ring, end, first);
    from.get(ring, 0, count - first);
    length += count;
    return count;
  }

  private void grow(int needed) {
    byte[] larger = new byte[Math.max(needed, ring.length * 4)];
    int first = Math.min(length, ring.length - start);
    System.arraycopy(ring, start, larger, 0, first);
    System.arraycopy(ring, 0, larger, first, length - first);
    ring = larger;
    start = 0;
  }

  synchronized boolean readable() {
    return length > 0 || closed;
  }

  synchronized int length() {
    return length;
  }

  synchronized boolean writable() {
    return length < capacity || closed;
  }

  synchronized void bound(int bytes) {
    capacity = bytes;
  }

  synchronized void close() {
    closed = true;
  }
}

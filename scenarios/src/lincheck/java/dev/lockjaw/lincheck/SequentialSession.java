package dev.lockjaw.lincheck;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a session is to those who use it, one operation after the other: messages come out in the
 * order in which they went in, it is freed once, and from then on all operations answer that it is
 * closed.
 */
public final class SequentialSession {
  static final String SENT = "sent";
  static final String FREED = "freed";
  static final String CLOSED = "closed";

  private final Queue<Integer> messages = new ArrayDeque<>();
  private boolean freed;

  public String send(int message) {
    if (freed) {
      return CLOSED;
    }
    messages.add(message);
    return SENT;
  }

  public String receive() {
    return freed ? CLOSED : String.valueOf(messages.poll());
  }

  public String close() {
    if (freed) {
      return CLOSED;
    }
    freed = true;
    return FREED;
  }
}

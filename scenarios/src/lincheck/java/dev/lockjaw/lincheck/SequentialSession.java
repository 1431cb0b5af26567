package dev.lockjaw.lincheck;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The sequential specification of a session. Messages are received in the order in which they were
 * sent. It is freed once; afterwards every operation returns that it is closed.
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

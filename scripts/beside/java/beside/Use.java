package beside;

import dev.lockjaw.engine.Call;
import dev.lockjaw.engine.Door;

/**
 * Watches one engine, as Lockjaw does: nobody may be inside after the operation that closed it has
 * ended, and no two threads may be inside at once.
 */
final class Use implements Door {
  private Thread inside;
  private Thread closing;
  private boolean freed;
  private String misuse;

  @Override
  public synchronized Pass enter(Call call) {
    Thread me = Thread.currentThread();
    if (call == Call.CLOSE_OUTBOUND) {
      closing = me;
      return Pass.UNWATCHED;
    }
    if (call != Call.WRAP && call != Call.UNWRAP) {
      return Pass.UNWATCHED;
    }
    if (freed) {
      misuse = "use after free";
    } else if (inside != null && inside != me) {
      misuse = "two threads inside";
    }
    inside = me;
    return this::leave;
  }

  private synchronized void leave() {
    inside = null;
  }

  /** An operation of the calling thread has ended. */
  synchronized void ended() {
    freed |= closing == Thread.currentThread();
  }

  /** What the engine was misused for; null if it was not. */
  synchronized String misuse() {
    return misuse;
  }
}

package beside;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** One schedule of a scenario of Lockjaw's, {@code write-free} or {@code write-write}. */
final class Trial {
  static final int SIZE = 16;

  private static final String STRATEGY = "strategy=";

  private final Pair pair;
  private final Guarded guarded;
  private final UserSession session;
  private volatile Throwable escaped;

  /** @param session the full name of its class, or {@code strategy=NAME} */
  Trial(String session, String transport) throws Exception {
    if (session.startsWith(STRATEGY)) {
      pair = null;
      guarded = new Guarded(session.substring(STRATEGY.length()), transport);
      this.session = guarded;
    } else {
      pair = new Pair(transport);
      guarded = null;
      this.session =
          (UserSession)
              Class.forName(session).getConstructor(Opening.class).newInstance(pair.client);
    }
  }

  interface Step {
    void run() throws Exception;
  }

  /** Sends a message; whether the session took it. */
  boolean send() {
    return perform(() -> session.send(new byte[SIZE]));
  }

  boolean free() {
    return perform(session::free);
  }

  private boolean perform(Step step) {
    try {
      step.run();
      return true;
    } catch (ClosedChannelException closed) {
      return false;
    } catch (Exception thrown) {
      escaped = thrown;
      return false;
    } finally {
      if (pair != null) {
        pair.ended();
      }
    }
  }

  /** Two messages beside a free. */
  void writeFree() throws Exception {
    both(
        () -> {
          send();
          send();
        },
        this::free);
    check(-1);
  }

  /** Two messages of one thread beside one of another. */
  void writeWrite() throws Exception {
    both(
        () -> {
          send();
          send();
        },
        this::send);
    check(3 * SIZE);
  }

  private static void both(Runnable one, Runnable other) throws InterruptedException {
    Thread first = new Thread(one);
    Thread second = new Thread(other);
    first.start();
    second.start();
    first.join();
    second.join();
  }

  /** @param due the bytes that must have arrived; -1 for any number */
  void check(int due) throws IOException {
    if (escaped != null) {
      throw new AssertionError("a call threw", escaped);
    }
    String misuse = pair == null ? guarded.misuse() : pair.misuse();
    if (misuse != null) {
      throw new AssertionError(misuse);
    }
    if (due >= 0 && pair.arrived() != due) {
      throw new AssertionError("lost message");
    }
  }
}

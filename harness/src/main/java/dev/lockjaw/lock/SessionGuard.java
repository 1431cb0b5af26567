package dev.lockjaw.lock;

import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * How one session is guarded: a lock strategy at work. Any thread may call it, also from inside an
 * operation it is running.
 */
@API(status = API.Status.STABLE)
public interface SessionGuard {
  /** Runs an operation now, or sees to it that another thread will. */
  Status run(Operation operation);

  /**
   * Runs the application's send, which may take locks of its own and ends in {@link #run}; or hands
   * it to another thread.
   *
   * @param inCallback whether the caller is inside a receive callback, of whatever session
   */
  default Status dispatch(boolean inCallback, Supplier<Status> send) {
    return send.get();
  }

  /**
   * Whether the strategy owns the driving: transport calls then never block in I/O, and callbacks
   * are delivered outside of any operation, whatever the session was told.
   */
  default boolean drives() {
    return false;
  }
}

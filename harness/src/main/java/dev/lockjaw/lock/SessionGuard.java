package dev.lockjaw.lock;

import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * A lock strategy at work on one session. Any thread may call it, also from inside an operation
 * that it is running.
 */
@API(status = API.Status.STABLE)
public interface SessionGuard {
  /** Runs an operation now, or leaves it to another thread. */
  Status run(Operation operation);

  /**
   * Runs the application's send, or hands it to another thread. The send may take locks of its own,
   * and ends in {@link #run}.
   *
   * @param inCallback whether the caller is inside a receive callback of any session
   */
  default Status dispatch(boolean inCallback, Supplier<Status> send) {
    return send.get();
  }

  /**
   * Whether the strategy drives the session: transport calls then never block in I/O, and callbacks
   * are delivered outside any operation, whatever {@link dev.lockjaw.session.Driving} and {@link
   * dev.lockjaw.session.Delivery} the session was given.
   */
  default boolean drives() {
    return false;
  }
}

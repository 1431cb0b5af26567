package dev.lockjaw.lock;

import org.apiguardian.api.API;

/**
 * How the sessions of a cell are locked. Either a lock strategy guards a session that Lockjaw
 * makes, or a user's own session locks itself.
 */
@API(status = API.Status.STABLE)
public interface Locking {
  /** The name on the command line, in results and in tokens. */
  String id();

  /** What it is, in one sentence without a full stop. */
  String description();

  /** Place in lists, low first. */
  default int order() {
    return 1000;
  }
}

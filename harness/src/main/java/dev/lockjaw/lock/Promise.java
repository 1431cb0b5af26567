package dev.lockjaw.lock;

import org.apiguardian.api.API;

/**
 * Something that a lock strategy promises. Exploration checks both directions: what a built-in
 * strategy promises holds in every interleaving, and what it doesn't promise is broken in one.
 */
@API(status = API.Status.STABLE)
public enum Promise {
  /** No two operations of different threads are inside the TLS stack at a time. */
  OPERATIONS_APART,
  /** No operation is inside the TLS stack together with a free, or after it. */
  FREE_APART,
  /** Of two frees one is done. */
  ONE_FREE,
  /** A send from inside an operation is done at once, inside that operation. */
  NESTED_SEND,
  /** A send from inside an operation is done later, outside that operation. */
  DEFERRED_SEND,
  /** A free from inside an operation is done at once, inside that operation. */
  NESTED_FREE,
  /** A free from inside an operation is done later, outside that operation. */
  DEFERRED_FREE
}

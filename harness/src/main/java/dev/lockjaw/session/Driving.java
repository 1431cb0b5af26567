package dev.lockjaw.session;

import org.apiguardian.api.API;

/** Where a session waits for its wire. */
@API(status = API.Status.STABLE)
public enum Driving {
  /** Inside the transport call, as a blocking {@code SSL_read} does. */
  BLOCKING,
  /** Outside the transport call, by polling; the transport call never waits. */
  NON_BLOCKING
}

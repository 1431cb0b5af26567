package dev.lockjaw.transport;

import org.apiguardian.api.API;

/** How many threads may be inside a session of a TLS stack at a time. */
@API(status = API.Status.STABLE)
public enum ThreadContract {
  /** One operation at a time. */
  SERIAL,
  /** One reader beside one writer; handshake and free alone. */
  DUPLEX
}

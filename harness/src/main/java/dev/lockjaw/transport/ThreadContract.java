package dev.lockjaw.transport;

/** How many threads may be inside a session of a TLS stack at a time. */
public enum ThreadContract {
  /** One operation at a time. */
  SERIAL,
  /** One reader beside one writer; handshake and free alone. */
  DUPLEX
}

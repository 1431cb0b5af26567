package com.example.thirdparty;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import org.junit.jupiter.api.Timeout;

/**
 * tls-channel has one lock for reading and one for writing, and holds neither in the application's
 * code. If a reader or writer is active, {@code close} sends no close_notify. It closes the wire,
 * and no flag records that the session is closed. A later write still has a record sealed; only the
 * wire rejects it. That is right, because nothing has freed the engine.
 */
@Timeout(300)
@Lockjaw(
    scenarios = {
      "read-write",
      "write-write",
      "read-free",
      "write-free",
      "read-write-free",
      "double-free",
      "blocked-read-free",
      "free-in-callback",
      "relay",
      "key-update",
      "send-after-free",
      "send-order",
      "handshake-race"
    },
    preemptions = 1,
    weave = {})
class TlsChannelTest implements TlsChannelAdapter, LockjawTest {}

package com.example.thirdparty;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import org.junit.jupiter.api.Timeout;

/** Netty has no lock here and needs none: everything runs on the event loop. */
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
      "send-order"
    },
    preemptions = 1,
    weave = {})
class NettyTest implements NettyAdapter, LockjawTest {}

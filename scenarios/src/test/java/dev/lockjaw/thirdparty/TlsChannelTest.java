package dev.lockjaw.thirdparty;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * tls-channel has one lock for reading and one for writing, and holds neither in the application's
 * code. If a reader or writer is active, {@code close} sends no close_notify. It closes the wire,
 * and no flag records that the session is closed. A later write still has a record sealed; only the
 * wire rejects it. This does no harm with an engine that the garbage collector frees.
 */
@Timeout(300)
@Lockjaw(
    scenarios = {
      "read-write",
      "write-write",
      "read-free",
      "write-free",
      "double-free",
      "blocked-read-free",
      "free-in-callback",
      "relay",
      "key-update",
      "send-order",
      "handshake-race"
    },
    preemptions = 1)
class TlsChannelTest implements TlsChannelAdapter, LockjawTest {
  @Test
  void aWriteAfterACloseDuringAReadIsStillSealed() throws Exception {
    assertThat(explore("send-after-free"))
        .failsWith(FindingKind.USE_AFTER_FREE)
        .onThread("reader")
        .isIn("TlsChannelImpl.wrapAndWrite");
    assertThat(explore("read-write-free")).failsWith(FindingKind.USE_AFTER_FREE);
  }
}

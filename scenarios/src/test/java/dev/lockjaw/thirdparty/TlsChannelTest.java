package dev.lockjaw.thirdparty;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * tls-channel has a lock for reading and one for writing, and holds neither in the application's
 * code. Its {@code close} doesn't wait to say goodbye where a reader or writer is at it: then it
 * closes the wire, and nothing remembers that the session is closed. A write that comes after that
 * still has a record sealed, and is told by the wire alone. That does no harm with an engine that
 * the garbage collector frees.
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
  void aWriteAfterACloseThatMetAReaderIsStillSealed() throws Exception {
    assertThat(explore("send-after-free"))
        .failsWith(FindingKind.USE_AFTER_FREE)
        .onThread("reader")
        .isIn("TlsChannelImpl.wrapAndWrite");
    assertThat(explore("read-write-free")).failsWith(FindingKind.USE_AFTER_FREE);
  }
}

package com.example.thirdparty;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * MINA 2.2.4 as released. {@code SSLHandlerG1} seals under its monitor. It then takes the sealed
 * record out of a queue and passes it on under no lock: {@code forward_writes}. In 2.2.10 it does
 * so under the queue's monitor, and nothing is found. {@code read-write} is left out: there, the
 * reader's thread may pass on one of the writer's records, and whether it does so within the steps
 * of an unwoven library is a matter of time.
 */
@Timeout(300)
@Lockjaw(
    scenarios = {
      "read-free",
      "double-free",
      "blocked-read-free",
      "free-in-callback",
      "relay",
      "loopback-dependency",
      "send-after-free",
      "send-order"
    },
    preemptions = 1,
    weave = {})
class MinaTest implements MinaAdapter, LockjawTest {
  @Override
  public MinaFilter filter(SSLEngine engine) throws Exception {
    return new MinaFilter(engine);
  }

  @Test
  void aWriterMayOvertakeAnotherWithARecordSealedLater() throws Exception {
    assertThat(explore("write-write"))
        .failsWith(FindingKind.RECORD_CORRUPTION)
        .hasMessageContaining("the peer of client rejected what it received");
  }

  @Test
  void aCloseNotifyMayOvertakeAWriter() throws Exception {
    assertThat(explore("write-free")).failsWith(FindingKind.RECORD_CORRUPTION);
  }
}

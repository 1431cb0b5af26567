package com.example.thirdparty;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * MINA with its other pipeline: {@code SSLHandlerG0} passes on sealed and decrypted records under
 * its monitor. Records therefore keep their order, and two sessions that send on each other block
 * each other, as in DIRMINA-1019.
 */
@Timeout(300)
@Lockjaw(
    scenarios = {"write-write", "write-free", "send-order"},
    preemptions = 1,
    weave = {})
class MinaBlockingTest implements MinaAdapter, LockjawTest {
  @Override
  public MinaFilter filter(SSLEngine engine) throws Exception {
    MinaFilter filter = new MinaFilter(engine);
    filter.setUseNonBlockingPipeline(false);
    return filter;
  }

  @Test
  void handlersThatSendOnEachOthersSessionsDeadlock() throws Exception {
    assertThat(explore("relay"))
        .failsWith(FindingKind.DEADLOCK)
        .onThread("left-processor")
        .heldSince("SSLHandlerG0.receive")
        .isIn("SSLHandlerG0.write");
  }
}

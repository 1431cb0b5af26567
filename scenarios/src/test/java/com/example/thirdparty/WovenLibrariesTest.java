package com.example.thirdparty;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import javax.net.ssl.SSLEngine;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The adapters with the TLS code of their libraries woven: threads are switched between the
 * library's own lines. MINA performs the tasks of its handshake on an executor of its own, whose
 * threads are then the run's.
 */
@Timeout(300)
class WovenLibrariesTest {
  @Nested
  @Lockjaw(
      scenarios = {"double-free", "send-order"},
      preemptions = 1,
      weave = {Lockjaw.OWN_PACKAGE, "org.apache.mina.filter.ssl"})
  class Mina implements MinaAdapter, LockjawTest {
    @Override
    public MinaFilter filter(SSLEngine engine) throws Exception {
      return new MinaFilter(engine);
    }

    @Test
    void theWindowBetweenTwoLinesOfTheLibraryIsNamed() throws Exception {
      CellResult result = explore("write-write");
      assertThat(result).failsWith(FindingKind.RECORD_CORRUPTION);
      Assertions.assertThat(result.findings().get(0).interleaving())
          .extracting(step -> step.act().wording())
          .anyMatch(step -> step.startsWith("SSLHandlerG1.forward_writes line 777"));
    }
  }

  @Nested
  @Lockjaw(
      scenarios = {"read-write", "write-write", "write-free", "read-free", "double-free"},
      weave = {Lockjaw.OWN_PACKAGE, "tlschannel.."})
  class Channels implements TlsChannelAdapter, LockjawTest {}

  @Nested
  @Lockjaw(
      scenarios = {"read-write", "write-write", "write-free", "read-free", "double-free"},
      weave = {Lockjaw.OWN_PACKAGE, "io.netty.handler.ssl"})
  class Netty implements NettyAdapter, LockjawTest {}
}

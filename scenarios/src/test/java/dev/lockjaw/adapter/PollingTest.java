package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session, not woven, whose reader comes back at once while a writer is at work. */
@Timeout(120)
class PollingTest {
  private static final Registry REGISTRY = Registry.load(PollingTest.class.getClassLoader());

  private static CellResult explore(Function<Opening, UserSession> opener) throws Exception {
    Scenario scenario =
        REGISTRY.scenarios().stream().filter(s -> s.id().equals("read-write")).findFirst().get();
    Cell cell =
        Cell.of(
            scenario,
            new Adapter("mine", opener),
            REGISTRY.transports().stream().filter(t -> t.id().equals("jsse")).findFirst().get(),
            Protocol.TLS_1_2);
    return SingleCell.explore(cell, Limits.exhaust(1));
  }

  private static class Polite implements UserSession {
    final Wrapper session;
    volatile boolean writing;

    Polite(Opening with) {
      session = new Wrapper(with, Guard.of(with.lock("S")), false);
    }

    @Override
    public void send(byte[] data) throws Exception {
      writing = true;
      session.send(data);
      writing = false;
    }

    @Override
    public void receive() throws Exception {
      if (!writing) {
        session.receive();
      }
    }

    @Override
    public void free() throws Exception {
      session.free();
    }
  }

  private static final class NeverDone extends Polite {
    NeverDone(Opening with) {
      super(with);
    }

    @Override
    public void send(byte[] data) throws Exception {
      writing = true;
      session.send(data);
    }
  }

  @Test
  void theWriterGoesOnMeanwhile() throws Exception {
    assertThat(explore(Polite::new)).hasNoFindings().isExhausted();
  }

  @Test
  void aReaderThatPollsForeverIsFound() throws Exception {
    CellResult result = explore(NeverDone::new);
    assertThat(result).failsWith(FindingKind.STALL);
    assertThat(result).isExhausted();
    Finding stall = result.findings().get(0);
    assertThat(stall.message())
        .isEqualTo("reader spins (call receive); no thread is left to end that");
    assertThat(stall.interleaving()).hasSizeLessThan(40);
  }
}

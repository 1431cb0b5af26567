package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.sync.Resource;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user's session takes and must give back, explored and stressed. */
class ResourceTest {
  private static final Registry REGISTRY = Registry.load(ResourceTest.class.getClassLoader());

  private static Cell cell(boolean keeps, boolean returnsEachTime) {
    return Cell.of(
        REGISTRY.scenarios().stream()
            .filter(one -> one.id().equals("double-free"))
            .findFirst()
            .orElseThrow(),
        new Adapter("mine", with -> new Pooled(with, keeps, returnsEachTime)),
        REGISTRY.transports().stream()
            .filter(one -> one.id().equals("bc"))
            .findFirst()
            .orElseThrow(),
        Protocol.TLS_1_2);
  }

  private static CellResult run(Mode mode, boolean keeps, boolean returnsEachTime)
      throws Exception {
    Cell cell = cell(keeps, returnsEachTime);
    if (mode == Mode.EXPLORE) {
      return SingleCell.explore(cell, Limits.exhaust(2));
    }
    Limits limits =
        new Limits(Mode.STRESS, 0, false, 0, false, 1).within(Duration.ofSeconds(60).toNanos());
    try (InThisJvm here = new InThisJvm()) {
      return here.run(cell, () -> limits, new Enough(200));
    }
  }

  /** Closes its channel once, whatever it does with its buffer. */
  private static final class Pooled implements UserSession {
    private final ByteChannel tls;
    private final Resource buffer;
    private final boolean keeps;
    private final boolean returnsEachTime;
    private boolean closed;

    Pooled(Opening with, boolean keeps, boolean returnsEachTime) {
      this.tls = with.tls();
      this.buffer = with.taken("buffer");
      this.keeps = keeps;
      this.returnsEachTime = returnsEachTime;
    }

    @Override
    public void send(byte[] data) {
      throw new UnsupportedOperationException("send");
    }

    @Override
    public void receive() {
      throw new UnsupportedOperationException("receive");
    }

    @Override
    public synchronized void free() throws IOException {
      boolean first = !closed;
      closed = true;
      if (first) {
        tls.close();
      }
      if (!keeps && (first || returnsEachTime)) {
        buffer.giveBack();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLORE", "STRESS"})
  void aBufferThatEachFreeGivesBackIsADoubleFree(Mode mode) throws Exception {
    assertThat(run(mode, false, true)).failsWith(FindingKind.DOUBLE_FREE);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLORE", "STRESS"})
  void aBufferThatIsKeptIsALeak(Mode mode) throws Exception {
    assertThat(run(mode, true, false)).failsWith(FindingKind.LEAK);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLORE", "STRESS"})
  void aBufferThatIsGivenBackOnceIsFine(Mode mode) throws Exception {
    assertThat(run(mode, false, false)).hasNoFindings();
  }
}

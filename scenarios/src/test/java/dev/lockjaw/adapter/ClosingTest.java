package dev.lockjaw.adapter;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an engine counts as closed and when as freed. Each right session has a wrong twin. */
@Timeout(300)
class ClosingTest {
  private static final Registry REGISTRY = Registry.load(ClosingTest.class.getClassLoader());
  private static final List<String> FREES =
      List.of(
          "read-free",
          "write-free",
          "read-write-free",
          "double-free",
          "blocked-read-free",
          "free-in-callback",
          "send-after-free");
  private static final List<String> ENGINES = List.of("jsse", "bcjsse", "conscrypt");

  private static CellResult explore(
      String scenario, String transport, Function<Opening, UserSession> opener) throws Exception {
    SessionAdapter adapter = opener::apply;
    Cell cell =
        Cell.of(
            REGISTRY.scenarios().stream()
                .filter(one -> one.id().equals(scenario))
                .findFirst()
                .orElseThrow(),
            adapter,
            REGISTRY.transports().stream()
                .filter(one -> one.id().equals(transport))
                .findFirst()
                .orElseThrow(),
            Protocol.TLS_1_2);
    return SingleCell.explore(cell, Limits.exhaust(2));
  }

  static Stream<Arguments> frees() {
    return FREES.stream()
        .flatMap(scenario -> ENGINES.stream().map(transport -> Arguments.of(scenario, transport)));
  }

  @ParameterizedTest
  @MethodSource("frees")
  void theEngineMayBeLeftToTheLastOneOut(String scenario, String transport) throws Exception {
    assertThat(explore(scenario, transport, with -> new LastOut(with, true)))
        .hasNoFindings()
        .isExhausted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read-free", "write-free", "free-in-callback"})
  void butNotBeClosedUnderIt(String scenario) throws Exception {
    CellResult result = explore(scenario, "jsse", with -> new LastOut(with, false));
    assertThat(result.findings())
        .extracting(finding -> finding.kind())
        .containsAnyOf(FindingKind.FREE_IN_USE, FindingKind.USE_AFTER_FREE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bcjsse", "conscrypt"})
  void anEngineMayBeClosedBesideAWrap(String transport) throws Exception {
    assertThat(explore("write-free", transport, with -> new ClosedBeside(with, false)))
        .hasNoFindings()
        .isExhausted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bcjsse", "conscrypt"})
  void butItsCloseNotifyMayNotBeSealedBesideOne(String transport) throws Exception {
    assertThat(explore("write-free", transport, with -> new ClosedBeside(with, true)))
        .failsWith(FindingKind.CONCURRENT_ENTRY);
  }

  @Test
  void whatAFreeThrowsIsShown() throws Exception {
    CellResult result = explore("double-free", "jsse", ClosedByTwo::new);
    assertThat(result).failsWith(FindingKind.DOUBLE_FREE);
    assertThat(result.findings().get(0).interleaving())
        .extracting(step -> step.action())
        .anyMatch(
            step -> step.matches("throws IllegalStateException: released twice, in .* line .*"));
  }

  @Test
  void aCloseOnAnExecutorBelongsToTheFreeThatHandedItOver() throws Exception {
    CellResult result = explore("double-free", "jsse", with -> new ClosedOnLoop(with, false));
    assertThat(result).failsWith(FindingKind.DOUBLE_FREE);
    assertThat(result.findings().get(0).message())
        .isEqualTo(
            "loop has closed the engine of client for two frees: each has found it open."
                + " Another free after them leaves it alone");
    assertThat(explore("double-free", "jsse", with -> new ClosedOnLoop(with, true)))
        .hasNoFindings()
        .isExhausted();
  }

  /** Leaves the close to an executor, which two frees can make do it. */
  private static final class ClosedOnLoop implements UserSession {
    private final SSLEngine engine;
    private final Executor loop;
    private final boolean once;
    private boolean closed;
    private boolean done;

    ClosedOnLoop(Opening with, boolean once) {
      this.engine = with.engine();
      this.loop = with.executor("loop");
      this.once = once;
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
    public void free() {
      if (!closed) {
        loop.execute(this::close);
        closed = true;
      }
    }

    private void close() {
      if (!once || !done) {
        done = true;
        engine.closeOutbound();
      }
    }
  }

  /** A close that two threads can get through, and that minds. */
  private static final class ClosedByTwo implements UserSession {
    private final SSLEngine engine;
    private boolean closed;
    private boolean released;

    ClosedByTwo(Opening with) {
      this.engine = with.engine();
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
    public void free() {
      if (closed) {
        return;
      }
      engine.closeOutbound();
      closed = true;
      if (released) {
        throw new IllegalStateException("released twice");
      }
      released = true;
    }
  }
}

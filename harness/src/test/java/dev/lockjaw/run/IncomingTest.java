package dev.lockjaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.FindingKind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncomingTest {
  private static final byte[] FIRST = Traffic.message("peer", 0, 16);
  private static final byte[] SECOND = Traffic.message("peer", 1, 16);

  private Bench bench;
  private Incoming incoming;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench("none");
    incoming = new Incoming(bench.stage, bench.connection.session());
    incoming.expect(FIRST);
    incoming.expect(SECOND);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void whole() throws IOException {
    incoming.received(FIRST);
    incoming.received(SECOND);
    assertThat(bench.kinds()).isEmpty();
  }

  @Test
  void lost() throws IOException {
    incoming.received(FIRST);
    assertThat(bench.kinds()).containsExactly(FindingKind.LOST_MESSAGE);
  }

  @Test
  void cutOffByTheFree() throws IOException {
    incoming.received(FIRST);
    bench.connection.session().free();
    assertThat(bench.kinds()).isEmpty();
  }

  @Test
  void outOfOrder() throws IOException {
    incoming.received(SECOND);
    incoming.received(FIRST);
    assertThat(bench.kinds()).containsExactly(FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void outOfOrderBeforeAFree() throws IOException {
    incoming.received(SECOND);
    bench.connection.session().free();
    assertThat(bench.kinds()).containsExactly(FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void twice() throws IOException {
    incoming.received(FIRST);
    incoming.received(SECOND);
    incoming.received(SECOND);
    assertThat(bench.kinds()).containsExactly(FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void receivesAllThatThePeerSent() throws IOException {
    try (Bench other = new Bench("plain")) {
      Incoming real = new Incoming(other.stage, other.connection.session());
      other.connection.session().onReceive(dev.lockjaw.session.Delivery.AFTER_RELEASE, real);
      real.from(other.connection.peer(), FIRST).from(other.connection.peer(), SECOND).receiveAll();
      assertThat(other.kinds()).isEmpty();
    }
  }
}

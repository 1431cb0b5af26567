package dev.lockjaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.Status;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The payload check, given what arrived. */
class TrafficTest {
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private Bench bench;
  private Traffic traffic;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench("none");
    traffic = new Traffic(bench.stage, bench.connection.session(), 16, arrived::toByteArray);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private void send(String sender, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(traffic.send(sender)).isEqualTo(Status.OK);
    }
  }

  private void arrives(String sender, int... numbers) {
    for (int number : numbers) {
      arrived.writeBytes(Traffic.message(sender, number, 16));
    }
  }

  private void assertFound(FindingKind kind, String message) throws IOException {
    assertThat(bench.judged())
        .singleElement()
        .satisfies(
            sighting -> {
              assertThat(sighting.kind()).isEqualTo(kind);
              assertThat(sighting.key()).contains(message);
            });
  }

  @Test
  void allThereIsFine() throws IOException {
    send("a", 3);
    send("b", 2);
    arrives("b", 0);
    arrives("a", 0, 1);
    arrives("b", 1);
    arrives("a", 2);
    assertThat(bench.judged()).isEmpty();
  }

  @Test
  void lossOfTheLast() throws IOException {
    send("a", 2);
    arrives("a", 0);
    assertFound(FindingKind.LOST_MESSAGE, "message 1 of a");
  }

  /** Who sent it, and what the session said. */
  @Test
  void whatIsLostOrReorderedNamesItsSenderAndItsStatus() throws IOException {
    send("a", 2);
    arrives("a", 1, 0);
    assertThat(bench.judged())
        .singleElement()
        .extracting(sighting -> sighting.evidence().message())
        .asString()
        .containsPattern(" sent message 0( in step \\d+)?, and the session answered OK")
        .containsPattern(" sent message 1( in step \\d+)?, and the session answered OK");
  }

  /** No thread sent it, so nothing is known of it. */
  @Test
  void anUnknownMessageOutOfOrderIsReported() throws IOException {
    send("a", 1);
    arrives("a", 7, 0);
    assertThat(bench.judged())
        .extracting(Sighting::kind)
        .contains(FindingKind.REORDERED, FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void lossOfTheFirst() throws IOException {
    send("a", 2);
    arrives("a", 1);
    assertFound(FindingKind.LOST_MESSAGE, "message 0 of a");
  }

  @Test
  void lossOfAll() throws IOException {
    send("a", 2);
    assertThat(bench.judged())
        .extracting(Sighting::kind)
        .containsExactly(FindingKind.LOST_MESSAGE, FindingKind.LOST_MESSAGE);
  }

  @Test
  void duplicate() throws IOException {
    send("a", 2);
    arrives("a", 0, 0, 1);
    assertFound(FindingKind.REORDERED, "message 0 of a arrived twice");
  }

  @Test
  void reorder() throws IOException {
    send("a", 2);
    arrives("a", 1, 0);
    assertFound(FindingKind.REORDERED, "message 0 of a arrived after message 1");
  }

  @Test
  void onlyInPart() throws IOException {
    send("a", 1);
    arrived.write(Traffic.message("a", 0, 16), 0, 10);
    assertFound(FindingKind.RECORD_CORRUPTION, "in part");
  }

  @Test
  void somethingElse() throws IOException {
    send("a", 1);
    arrived.writeBytes("sixteen of bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertFound(FindingKind.RECORD_CORRUPTION, "nobody sent");
  }

  @Test
  void aPeerThatRejectsIt() throws IOException {
    new Traffic(
        bench.stage,
        bench.connection.session(),
        16,
        () -> {
          throw new IOException("bad_record_mac");
        });
    assertFound(FindingKind.RECORD_CORRUPTION, "rejected what it received");
  }

  /** A message from somebody who never sent, or with a number never used, is made up too. */
  @Test
  void aMessageThatWasNeverSent() throws IOException {
    send("a", 1);
    arrives("a", 0, 1);
    arrives("nobody", 0);
    assertThat(bench.kinds()).contains(FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void whatWasRefusedIsNotDue() throws IOException {
    send("a", 1);
    arrives("a", 0);
    bench.connection.session().free();
    assertThat(traffic.send("a")).isEqualTo(Status.CLOSED);
    assertThat(bench.judged()).isEmpty();
  }

  @Test
  void itsMessagesReachThePeer() throws IOException {
    Traffic real = Traffic.to(bench.stage, bench.connection);
    real.send("a");
    real.send("a");
    assertThat(bench.judged()).isEmpty();
  }
}

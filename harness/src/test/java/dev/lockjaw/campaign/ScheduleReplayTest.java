package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.PlainTextTransport;
import dev.lockjaw.run.Scene;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A finding's token always shows the finding again, in the same interleaving. */
@Timeout(60)
class ScheduleReplayTest {
  private final Cells cells = new Cells();

  @AfterEach
  void end() {
    cells.close();
  }

  static Stream<Arguments> failing() {
    Transport bc = Cells.transport("bc");
    return Stream.of(
        Arguments.of(Scene.WRITE_FREE, "none", bc, FindingKind.NULL_DEREFERENCE),
        Arguments.of(
            Scene.READ_WRITE_FREE, "none", PlainTextTransport.DUPLEX, FindingKind.FREE_IN_USE),
        Arguments.of(Scene.WRITE_FREE, "free-aware-published", bc, FindingKind.USE_AFTER_FREE),
        Arguments.of(Scene.SEND_IN_CALLBACK, "plain", bc, FindingKind.DOUBLE_LOCK),
        Arguments.of(Scene.BLOCKED_READ_FREE, "recursive", bc, FindingKind.BLOCKED_IO_UNDER_LOCK),
        Arguments.of(
            Scene.READ_WRITE,
            "free-aware",
            PlainTextTransport.SERIAL,
            FindingKind.CONCURRENT_ENTRY));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void replaysAHundredOfAHundredTimes(
      Scene scene, String strategy, Transport transport, FindingKind kind) throws IOException {
    Cell cell = Cells.cell(scene, strategy, transport);
    CellResult result = cells.explore(cell, Limits.exhaust(2));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    Finding shown =
        result.findings().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    assertThat(shown.interleaving()).isNotEmpty();
    Schedule schedule = Token.parse(shown.token()).schedule();
    ScheduleReplay first = cells.replay(cell, schedule);
    for (int i = 0; i < 100; i++) {
      ScheduleReplay replay = cells.replay(cell, schedule);
      assertThat(replay.fits()).isTrue();
      assertThat(replay.interleaving()).isEqualTo(first.interleaving());
      assertThat(replay.findings())
          .extracting(ScheduleReplay.Found::finding)
          .filteredOn(one -> one.kind() == kind && one.message().equals(shown.message()))
          .singleElement()
          .satisfies(found -> assertThat(found.interleaving()).isEqualTo(shown.interleaving()));
    }
  }

  @Test
  void theFixDoesNotShowIt() throws IOException {
    Cell broken = Cells.cell(Scene.SEND_IN_CALLBACK, "plain", PlainTextTransport.DUPLEX);
    Cell repaired = Cells.cell(Scene.SEND_IN_CALLBACK, "recursive", PlainTextTransport.DUPLEX);
    String token = cells.explore(broken, Limits.exhaust(0)).findings().get(0).token();
    assertThat(cells.replay(repaired, Token.parse(token).schedule()).findings()).isEmpty();
  }

  @Test
  void aScheduleThatNoLongerFitsIsReported() throws IOException {
    Cell cell = Cells.cell(Scene.WRITE_FREE, "plain", PlainTextTransport.DUPLEX);
    ScheduleReplay replay = cells.replay(cell, Schedule.parse("900.1").orElseThrow());
    assertThat(replay.fits()).isFalse();
    assertThat(replay.findings()).isEmpty();
  }

  @Test
  void makesEverythingItNeeds() throws IOException {
    Cell cell = Cells.cell(Scene.SEND_IN_CALLBACK, "plain", Cells.transport("bc"));
    List<ScheduleReplay.Found> found = ScheduleReplay.of(cell, Schedule.DEFAULT).findings();
    assertThat(found)
        .extracting(one -> one.finding().kind())
        .containsExactly(FindingKind.DOUBLE_LOCK);
  }
}

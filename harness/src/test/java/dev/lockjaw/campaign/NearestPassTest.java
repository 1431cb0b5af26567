package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.PlainTextTransport;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Scene;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NearestPassTest {
  @AutoClose private final Cells cells = new Cells();

  private static final Cell RACING =
      Cells.cell(Scene.WRITE_FREE, "none", PlainTextTransport.DUPLEX);

  private Finding first(Cell cell) throws IOException {
    return cells.explore(cell, Limits.exhaust(2)).findings().get(0);
  }

  @Test
  void goesTheSameWayUpToWhereAnotherThreadMoves() throws IOException {
    Finding finding = first(RACING);
    Passing passing = finding.passing();
    assertThat(passing.found()).isTrue();
    List<Step> all = cells.replay(RACING, Token.parse(passing.token()).schedule()).interleaving();
    int same = passing.same();
    int shown = same + passing.steps().size();
    assertThat(all.subList(0, same)).isEqualTo(finding.interleaving().subList(0, same));
    assertThat(all.get(same)).isNotEqualTo(finding.interleaving().get(same));
    assertThat(all.subList(same, shown)).isEqualTo(passing.steps());
    assertThat(all).hasSize(shown + passing.more());
  }

  @Test
  void passesEachTime() throws IOException {
    for (Finding finding : cells.explore(RACING, Limits.exhaust(2)).findings()) {
      ScheduleReplay replay =
          cells.replay(RACING, Token.parse(finding.passing().token()).schedule());
      assertThat(replay.fits()).isTrue();
      assertThat(replay.findings()).isEmpty();
    }
  }

  @Test
  void aReplayShowsTheSame() throws IOException {
    Finding finding = first(RACING);
    assertThat(ScheduleReplay.of(RACING, Token.parse(finding.token()).schedule()).findings())
        .extracting(ScheduleReplay.Found::finding)
        .filteredOn(one -> one.message().equals(finding.message()))
        .singleElement()
        .extracting(Finding::passing)
        .isEqualTo(finding.passing());
  }

  /** A thread that locks twice, alone or with another that it does not meet. */
  private record LocksTwice(boolean alone) implements Scenario {
    @Override
    public String id() {
      return "locks-twice";
    }

    @Override
    public String description() {
      return "for a test";
    }

    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      connection.peer().send(Traffic.message("peer", 0, 16));
      Traffic traffic = Traffic.to(stage, connection);
      connection.session().onReceive(Delivery.INSIDE, data -> traffic.send("callback"));
      stage.actor("reader", connection.session()::receive);
      if (!alone) {
        Traffic other = Traffic.to(stage, stage.connect("other"));
        stage.actor("bystander", () -> other.send("bystander"));
      }
    }
  }

  @Test
  void thereIsNoneForASingleThread() throws IOException {
    Cell cell = Cells.cell(new LocksTwice(true), "plain", PlainTextTransport.DUPLEX);
    assertThat(first(cell).passing()).isEqualTo(Passing.none(0));
  }

  @Test
  void thereIsNoneWhereAllFail() throws IOException {
    Cell cell = Cells.cell(new LocksTwice(false), "plain", PlainTextTransport.DUPLEX);
    Passing passing = first(cell).passing();
    assertThat(passing.tried()).isPositive();
    assertThat(passing).isEqualTo(Passing.none(passing.tried()));
  }

  @Test
  void lookingForOneCountsForNothing() throws IOException {
    CellResult result = cells.explore(RACING, Limits.exhaust(2));
    long run = cells.shown(RACING, RACING.transport().open(RACING.protocol()), 2, true).schedules();
    assertThat(result.counts().schedules()).isEqualTo(run);
  }
}

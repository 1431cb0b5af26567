package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Lambda;
import dev.lockjaw.run.PlainTextTransport;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Scene;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CampaignTest {
  private static final Campaign.Options OPTIONS =
      new Campaign.Options(1, true, Long.MAX_VALUE, 2, 42);

  private static List<CellResult> run(Cell... cells) throws InterruptedException {
    List<CellResult> results = new ArrayList<>();
    new Campaign(List.of(cells), OPTIONS, new InThisJvm(), results::add).run();
    return results;
  }

  @Test
  void givesEachCellOneResult() throws InterruptedException {
    List<Cell> cells = new ArrayList<>();
    for (Scene scene : Scene.values()) {
      cells.add(Cells.cell(scene, "none", PlainTextTransport.DUPLEX));
      cells.add(Cells.cell(scene, "queue-drain", PlainTextTransport.DUPLEX));
    }
    assertThat(run(cells.toArray(Cell[]::new)))
        .extracting(CellResult::id)
        .containsExactlyInAnyOrderElementsOf(cells.stream().map(Cell::id).toList());
  }

  @Test
  void aScenarioThatCannotBeArrangedIsAnError() throws InterruptedException {
    Scenario refused =
        new Lambda(
            "refused",
            stage -> {
              throw new IOException("asked for");
            });
    Scenario broken =
        new Lambda(
            "broken",
            stage -> {
              throw new IllegalStateException("asked for");
            });
    assertThat(
            run(
                Cells.cell(refused, "none", PlainTextTransport.DUPLEX),
                Cells.cell(broken, "none", PlainTextTransport.DUPLEX)))
        .hasSize(2)
        .allSatisfy(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
              assertThat(result.ending().text()).contains("asked for");
            });
  }

  @Test
  void anErrorDoesNotAffectOtherCells() throws InterruptedException {
    Scenario broken =
        new Lambda(
            "broken",
            stage -> {
              throw new IllegalStateException("asked for");
            });
    assertThat(
            run(
                Cells.cell(broken, "none", PlainTextTransport.DUPLEX),
                Cells.cell(Scene.WRITE_FREE, "plain", PlainTextTransport.DUPLEX)))
        .extracting(CellResult::verdict)
        .containsExactlyInAnyOrder(Verdict.ERROR, Verdict.PASS);
  }

  private record Absent(boolean says) implements Transport {
    @Override
    public String id() {
      return "absent";
    }

    @Override
    public String description() {
      return "not there";
    }

    @Override
    public ThreadContract contract() {
      return ThreadContract.SERIAL;
    }

    @Override
    public String contractSource() {
      return "made up";
    }

    @Override
    public Optional<String> unavailable() {
      return says ? Optional.of("not installed") : Optional.empty();
    }

    @Override
    public Tls open(Protocol protocol) throws IOException {
      throw new IOException("there is none");
    }
  }

  static Transport absent() {
    return new Absent(true);
  }

  @Test
  void anUnavailableTransportIsSkippedWithTheReason() throws InterruptedException {
    CellResult result = run(Cells.cell(Scene.WRITE_FREE, "none", new Absent(true))).get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.ending().text()).isEqualTo("not installed");
  }

  @Test
  void aTransportThatCannotBeOpenedIsAnError() throws InterruptedException {
    CellResult result = run(Cells.cell(Scene.WRITE_FREE, "none", new Absent(false))).get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text()).contains("there is none");
  }

  @Test
  void cellsBeyondTheBudgetAreSkipped() throws InterruptedException {
    List<CellResult> results = new ArrayList<>();
    Cell cell = Cells.cell(Scene.WRITE_FREE, "none", PlainTextTransport.DUPLEX);
    new Campaign(
            List.of(cell, cell),
            new Campaign.Options(1, true, 0, 1, 42),
            new InThisJvm(),
            results::add)
        .run();
    assertThat(results)
        .hasSize(2)
        .allMatch(result -> result.verdict() == Verdict.SKIPPED)
        .allMatch(result -> result.ending().text().equals("not reached within the budget"));
  }

  @Test
  void aCancelledCampaignSkipsTheRest() throws InterruptedException {
    List<CellResult> results = new ArrayList<>();
    Cell cell = Cells.cell(Scene.WRITE_FREE, "plain", PlainTextTransport.DUPLEX);
    Campaign[] campaign = new Campaign[1];
    campaign[0] =
        new Campaign(
            List.of(cell, cell, cell),
            new Campaign.Options(1, true, Long.MAX_VALUE, 1, 42),
            new InThisJvm(),
            result -> {
              results.add(result);
              campaign[0].cancel();
            });
    campaign[0].run();
    assertThat(results)
        .extracting(CellResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.SKIPPED, Verdict.SKIPPED);
  }
}

package dev.lockjaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Cells;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session leaves behind when it is freed. */
class LeakOracleTest {
  private final Cells cells = new Cells();

  @AfterEach
  void end() {
    cells.close();
  }

  /** Sends by an executor that the free shuts down, or forgets; the run's or one of its own. */
  private record Sender(boolean forgets, boolean shared) implements LockStrategy {
    @Override
    public String id() {
      return "sender";
    }

    @Override
    public String description() {
      return "every send goes to an executor";
    }

    @Override
    public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
      TaskQueue executor =
          shared
              ? sync.once("pool", () -> sync.executor("pool"))
              : sync.executor("sends for " + session);
      return new SessionGuard() {
        @Override
        public Status run(Operation operation) {
          Status status = operation.perform();
          if (operation.kind() == OperationKind.FREE && !forgets) {
            executor.shutdown();
          }
          return status;
        }

        @Override
        public Status dispatch(boolean inCallback, Supplier<Status> send) {
          return executor.execute(send::get) ? Status.QUEUED : Status.CLOSED;
        }
      };
    }
  }

  /** Says it will free later, and does or doesn't. */
  private record Later(boolean forgets) implements LockStrategy {
    @Override
    public String id() {
      return "later";
    }

    @Override
    public String description() {
      return "a free is put off";
    }

    @Override
    public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
      return operation -> {
        if (operation.kind() != OperationKind.FREE) {
          return operation.perform();
        }
        if (!forgets) {
          operation.perform();
        }
        return Status.QUEUED;
      };
    }
  }

  private static final Scenario SEND_THEN_FREE =
      new Lambda(
          "send-then-free",
          stage -> {
            Connection connection = stage.connect("client");
            stage.actor(
                "alone",
                () -> {
                  connection.session().send(Traffic.message("alone", 0, 16));
                  connection.session().free();
                });
          });

  private List<Finding> leaks(LockStrategy strategy) throws IOException {
    Cell cell = Cell.of(SEND_THEN_FREE, strategy, PlainTextTransport.DUPLEX, Protocol.TLS_1_3);
    return cells.explore(cell, Limits.exhaust(0)).findings().stream()
        .filter(finding -> finding.kind() == FindingKind.LEAK)
        .toList();
  }

  @Test
  void anExecutorThatIsNeverShutDownIsALeak() throws IOException {
    assertThat(leaks(new Sender(true, false)))
        .extracting(Finding::message)
        .containsExactly("client was freed and its executor sends for client still runs");
  }

  @Test
  void anExecutorOfTheRunIsNoSessionsToShutDown() throws IOException {
    assertThat(leaks(new Sender(true, true))).isEmpty();
  }

  @Test
  void anExecutorThatIsShutDownIsNoLeak() throws IOException {
    assertThat(leaks(new Sender(false, false))).isEmpty();
  }

  @Test
  void aFreeThatIsAcceptedAndNeverDoneIsALeak() throws IOException {
    assertThat(leaks(new Later(true)))
        .extracting(Finding::message)
        .containsExactly("the free of client was accepted and never done");
  }

  @Test
  void aFreeThatIsAcceptedAndDoneIsNoLeak() throws IOException {
    assertThat(leaks(new Later(false))).isEmpty();
  }

  @Test
  void theBuiltInExecutorIsShutDownInAllInterleavings() throws IOException {
    Cell cell = Cells.cell(Scene.SEND_IN_CALLBACK, "async-send", PlainTextTransport.DUPLEX);
    CellResult result = cells.explore(cell, Limits.exhaust(2));
    assertThat(result.extent().exhausted()).isTrue();
    assertThat(result.findings()).extracting(Finding::kind).doesNotContain(FindingKind.LEAK);
  }
}

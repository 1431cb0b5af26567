package dev.lockjaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lockjaw.campaign.Cells;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Resource;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Word;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a strategy takes for a session, and must give back once. */
class ResourcesTest {
  private final Cells cells = new Cells();

  @AfterEach
  void end() {
    cells.close();
  }

  /** When a free gives the session's handle back. */
  enum Giving {
    NEVER,
    EACH_TIME,
    IF_NOT_SEEN,
    FIRST_TIME
  }

  private record Pooled(Giving giving) implements LockStrategy {
    @Override
    public String id() {
      return "pooled";
    }

    @Override
    public String description() {
      return "one mutex, and a handle of a pool";
    }

    @Override
    public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
      Mutex mutex = sync.mutex("M(" + session + ")", false);
      Word given = sync.word("given(" + session + ")", 0);
      Resource handle = sync.taken(session, "handle");
      return operation -> {
        mutex.lock();
        try {
          return operation.perform();
        } finally {
          mutex.unlock();
          if (operation.kind() == OperationKind.FREE) {
            giveBack(given, handle);
          }
        }
      };
    }

    private void giveBack(Word given, Resource handle) {
      boolean due =
          switch (giving) {
            case NEVER -> false;
            case EACH_TIME -> true;
            case IF_NOT_SEEN -> given.get() == 0;
            case FIRST_TIME -> given.compareAndSet(0, 1);
          };
      if (due) {
        handle.giveBack();
        given.set(1);
      }
    }
  }

  private static final Scenario TWO_FREES =
      new Lambda(
          "two-frees",
          stage -> {
            Connection connection = stage.connect("client");
            stage.actor("freer-1", connection.session()::free);
            stage.actor("freer-2", connection.session()::free);
          });

  private CellResult explore(Giving giving) throws IOException {
    Cell cell = Cell.of(TWO_FREES, new Pooled(giving), PlainTextTransport.DUPLEX, Protocol.TLS_1_3);
    return cells.explore(cell, Limits.exhaust(2));
  }

  @Test
  void whatIsNeverGivenBackIsALeak() throws IOException {
    assertThat(explore(Giving.NEVER).findings())
        .extracting(Finding::kind, Finding::message)
        .containsExactly(
            tuple(FindingKind.LEAK, "client was freed, and handle(client) was never given back"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Giving.class,
      names = {"EACH_TIME", "IF_NOT_SEEN"})
  void whatIsGivenBackTwiceIsADoubleFree(Giving giving) throws IOException {
    Finding finding = explore(giving).findings().get(0);

    assertThat(finding.kind()).isEqualTo(FindingKind.DOUBLE_FREE);
    assertThat(finding.message())
        .matches("freer-\\d gives handle\\(client\\) back, which freer-\\d has already given back");
    assertThat(finding.threads())
        .extracting(ThreadEvidence::doing)
        .containsExactly("gives it back", "gives it back");
    assertThat(finding.threads())
        .allSatisfy(
            thread ->
                assertThat(thread.stack())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("giveBack"));
  }

  @Test
  void whatIsGivenBackOnceIsFine() throws IOException {
    CellResult result = explore(Giving.FIRST_TIME);

    assertThat(result.findings()).isEmpty();
    assertThat(result.extent().exhausted()).isTrue();
  }
}

package dev.lockjaw.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import org.junit.jupiter.api.Test;

/** A check becomes a result: a failure with evidence, or a pass with its extent. */
class ModelTest {
  @Test
  void aFailureHasTheInterleavingThatLincheckFound() {
    CellResult result = Model.DUPLEX.check(LincheckMain.strategy("free-aware-published"), 5, 150);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    Finding finding = result.findings().get(0);
    assertThat(finding.kind()).isEqualTo(FindingKind.FREE_IN_USE);
    assertThat(finding.exception()).contains(Breach.class.getName()).contains("free-in-use");
    assertThat(finding.interleaving())
        .extracting(Step::thread)
        .containsOnly("Thread 1", "Thread 2")
        .contains("Thread 1", "Thread 2");
    assertThat(finding.interleaving())
        .extracting(Step::action)
        .anyMatch(action -> action.contains("count.get(): 0"))
        .anyMatch(action -> action.endsWith("switch"));
    assertThat(result.counts().schedules()).isPositive();
  }

  @Test
  void aPassReportsItsExtent() {
    CellResult result = Model.DUPLEX.check(LincheckMain.strategy("free-aware"), 2, 40);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.counts().schedules()).isBetween(2L, 80L);
    assertThat(result.ending().text())
        .startsWith("2 scenarios of 2 threads with 2 operations each, ")
        .endsWith(result.counts().schedules() + " invocations in all");
  }

  @Test
  void anUnannouncedChangeIsAStall() {
    CellResult result = Model.DUPLEX.check(new Unannounced(), 5, 150);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().get(0).kind()).isEqualTo(FindingKind.STALL);
  }

  /** A strategy whose second visitor waits for the first to leave, which is never announced. */
  private record Unannounced() implements LockStrategy {
    @Override
    public String id() {
      return "unannounced";
    }

    @Override
    public String description() {
      return "a wait without an end";
    }

    @Override
    public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
      Word inside = sync.word("inside", 0);
      Mutex mutex = sync.mutex("mutex", false);
      return operation -> {
        inside.getAndAdd(1);
        if (operation.kind() == OperationKind.FREE) {
          sync.await(
              "waits for those inside", Waiting.DRAIN, inside.shared(), () -> inside.peek() == 1);
        }
        return locked(mutex, inside, operation);
      };
    }

    private static Status locked(Mutex mutex, Word inside, Operation operation) {
      mutex.lock();
      try {
        return operation.perform();
      } finally {
        mutex.unlock();
        inside.getAndAdd(-1);
      }
    }
  }
}

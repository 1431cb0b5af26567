package dev.lockjaw.monitor;

import static dev.lockjaw.lock.OperationKind.FREE;
import static dev.lockjaw.lock.OperationKind.READ;
import static dev.lockjaw.lock.OperationKind.STATUS;
import static dev.lockjaw.lock.OperationKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.transport.ThreadContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of operations, of two threads and of one, under either contract. */
class ContractMonitorTest {
  private final List<FindingKind> found = new ArrayList<>();
  private final List<Finding> evidence = new ArrayList<>();
  private int met;

  private ContractMonitor monitor(ThreadContract contract) {
    return new ContractMonitor(
        "client",
        contract,
        false,
        new CurrentThread(),
        (kind, key, finding) -> {
          found.add(kind);
          evidence.add(finding.get());
        });
  }

  /** Knows a thread by its own name, and keeps stacks. */
  private final class CurrentThread implements Witness {
    @Override
    public String thread() {
      return Thread.currentThread().getName();
    }

    @Override
    public void met() {
      met++;
    }

    @Override
    public boolean recording() {
      return true;
    }

    @Override
    public List<Held> held() {
      return List.of(new Held("lock of " + thread(), List.of()));
    }

    @Override
    public List<StackTraceElement> stack() {
      return List.of(new Throwable().getStackTrace());
    }
  }

  private static Visit byAnother(ContractMonitor monitor, OperationKind kind) {
    CompletableFuture<Visit> visit = new CompletableFuture<>();
    new Thread(() -> visit.complete(monitor.enter(kind)), "another").start();
    return visit.join();
  }

  private static FindingKind expected(
      ThreadContract contract, boolean sameThread, OperationKind inside, OperationKind entering) {
    if (inside == FREE) {
      return entering == FREE ? FindingKind.DOUBLE_FREE : FindingKind.USE_AFTER_FREE;
    }
    if (entering == FREE) {
      return FindingKind.FREE_IN_USE;
    }
    boolean oneReadsOneWrites =
        inside == READ && entering == WRITE || inside == WRITE && entering == READ;
    boolean oneOnlyAsks = inside == STATUS || entering == STATUS;
    boolean allowed =
        sameThread
            ? inside == READ && entering == WRITE || oneOnlyAsks
            : contract == ThreadContract.DUPLEX && (oneReadsOneWrites || oneOnlyAsks);
    return allowed ? null : FindingKind.CONCURRENT_ENTRY;
  }

  static Stream<Arguments> pairs() {
    return Stream.of(ThreadContract.values())
        .flatMap(
            contract ->
                Stream.of(true, false)
                    .flatMap(
                        same ->
                            Stream.of(OperationKind.values())
                                .flatMap(
                                    inside ->
                                        Stream.of(OperationKind.values())
                                            .map(
                                                entering ->
                                                    Arguments.of(
                                                        contract, same, inside, entering)))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneInsideWhenAnotherEnters(
      ThreadContract contract, boolean same, OperationKind inside, OperationKind entering) {
    ContractMonitor monitor = monitor(contract);
    if (same) {
      monitor.enter(inside);
    } else {
      byAnother(monitor, inside);
    }
    monitor.enter(entering);
    FindingKind expected = expected(contract, same, inside, entering);
    assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneAfterAnotherIsFineButForAFree(
      ThreadContract contract, boolean same, OperationKind first, OperationKind next) {
    ContractMonitor monitor = monitor(contract);
    monitor.leave(same ? monitor.enter(first) : byAnother(monitor, first));
    monitor.leave(monitor.enter(next));
    if (first == FREE) {
      assertThat(found)
          .containsExactly(next == FREE ? FindingKind.DOUBLE_FREE : FindingKind.USE_AFTER_FREE);
    } else {
      assertThat(found).isEmpty();
    }
    assertThat(monitor.isFreed()).isEqualTo(first == FREE || next == FREE);
  }

  @Test
  void theAccusedComesFirstWithLocksAndStack() {
    ContractMonitor monitor = monitor(ThreadContract.SERIAL);
    byAnother(monitor, READ);
    monitor.enter(WRITE);
    Finding finding = evidence.get(0);
    String me = Thread.currentThread().getName();
    assertThat(finding.message()).contains(me + " enters write on client while another", "SERIAL");
    assertThat(finding.threads()).extracting(ThreadEvidence::name).containsExactly(me, "another");
    assertThat(finding.threads())
        .allSatisfy(
            thread -> {
              assertThat(thread.held()).extracting(Held::lock).contains("lock of " + thread.name());
              assertThat(thread.stack()).isNotEmpty();
            });
  }

  /** Whether or not that is a fault. */
  @ParameterizedTest
  @MethodSource("pairs")
  void twoThreadsMeetIfBothAreInsideOrOneComesAfterAFree(
      ThreadContract contract, boolean same, OperationKind first, OperationKind next) {
    ContractMonitor overlapping = monitor(contract);
    if (same) {
      overlapping.enter(first);
    } else {
      byAnother(overlapping, first);
    }
    overlapping.enter(next);
    assertThat(met).isEqualTo(same ? 0 : 1);

    ContractMonitor inTurn = monitor(contract);
    met = 0;
    inTurn.leave(same ? inTurn.enter(first) : byAnother(inTurn, first));
    inTurn.enter(next);
    assertThat(met).isEqualTo(first == FREE && !same ? 1 : 0);
  }

  @Test
  void everyoneInsideIsNamed() {
    ContractMonitor monitor = monitor(ThreadContract.DUPLEX);
    byAnother(monitor, READ);
    monitor.enter(WRITE);
    monitor.enter(FREE);
    assertThat(found).containsExactly(FindingKind.FREE_IN_USE, FindingKind.FREE_IN_USE);
  }
}

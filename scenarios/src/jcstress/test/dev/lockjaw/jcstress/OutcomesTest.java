package dev.lockjaw.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.jcstress.Machine.Fork;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.sync.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;

/** What jcstress sees and misses, in JVMs that it really forks. */
class OutcomesTest {
  private static final Family OPERATION_FREE = Family.named("jcstress-operation-free");

  private static final Fork SHORT = new Fork(List.of(), 500);

  /** The machine's load decides how many samples a JVM takes, and how many of them fail. */
  private static final int MOST_FORKS = 30;

  @TempDir private static Path directory;
  private static Machine machine;

  /** No service file names it, so the forked JVM can't find it. */
  private static final class UnknownToTheFork implements LockStrategy {
    @Override
    public String id() {
      return "unknown-to-the-fork";
    }

    @Override
    public String description() {
      return "a strategy that no service file names";
    }

    @Override
    public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
      throw new AssertionError("jcstress guards no session outside of its forks");
    }
  }

  @BeforeAll
  static void probeTheMachine() throws IOException {
    machine = new Machine(directory);
  }

  /** Runs last, because nothing can run after the report. */
  @AfterAll
  static void jcstresssOwnReportIsComplete() throws IOException, ClassNotFoundException {
    machine.report();
    assertThat(Files.readString(directory.resolve("index.html")))
        .contains(OperationFree.class.getName());
  }

  private static CellResult run(String strategy, Fork... forks) throws IOException {
    return run(StrategyByName.of(strategy), forks);
  }

  private static CellResult run(LockStrategy strategy, Fork... forks) throws IOException {
    List<TestResult> results = machine.run(OPERATION_FREE, strategy, List.of(forks));
    return new Outcomes(OPERATION_FREE, strategy.id()).of(results, forks.length, 1);
  }

  /** Runs in one JVM after the other until the result is as wanted. */
  private static CellResult run(String strategy, Predicate<CellResult> enough) throws IOException {
    List<TestResult> results = new ArrayList<>();
    for (int forks = 1; ; forks++) {
      results.addAll(machine.run(OPERATION_FREE, StrategyByName.of(strategy), List.of(SHORT)));
      CellResult result = new Outcomes(OPERATION_FREE, strategy).of(results, forks, 1);
      if (enough.test(result) || forks == MOST_FORKS) {
        return result;
      }
    }
  }

  /** On an idle machine nearly half of the samples fail, on a busy one a few in a million. */
  @Test
  void failsWhereNothingGuardsASession() throws IOException {
    CellResult result =
        run(
            "none",
            some ->
                some.findings().stream().anyMatch(one -> one.kind() == FindingKind.FREE_IN_USE));
    assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.FAIL);
    assertThat(result.counts().failing()).isPositive().isLessThan(result.counts().schedules());
    assertThat(result.findings())
        .extracting(Finding::kind)
        .contains(FindingKind.FREE_IN_USE)
        .isSubsetOf(FindingKind.FREE_IN_USE, FindingKind.USE_AFTER_FREE);
    Finding finding = result.findings().get(result.findings().size() - 1);
    assertThat(finding.message())
        .startsWith("The session was freed while the write was inside. Seen in ")
        .contains(" samples: ")
        .contains("free-in-use");
  }

  @Test
  void passesWhereAStrategyKeepsItsPromise() throws IOException {
    CellResult result =
        run("free-aware", some -> some.counts().schedules() >= OPERATION_FREE.leastSamples());
    assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASS);
    assertThat(result.counts().schedules()).isGreaterThanOrEqualTo(OPERATION_FREE.leastSamples());
    assertThat(result.ending().text()).contains("'record 1, freed' ");
  }

  @Test
  void aTestThatCannotRunIsAnError() throws IOException {
    CellResult result = run(new UnknownToTheFork(), SHORT);
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text()).startsWith("jcstress: ").contains("CHECK_TEST_ERROR");
  }

  @Test
  void aJvmThatDiesIsAnErrorWhateverTheOthersShow() throws IOException {
    CellResult result = run("free-aware", SHORT, new Fork(List.of("-Xmx1"), 500));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text()).contains("a JVM ended with VM_ERROR");
  }

  @Test
  void tooFewSamplesAreAnError() throws IOException {
    CellResult result = run("plain", new Fork(List.of(), 1));
    assertThat(result.counts().schedules()).isLessThan(OPERATION_FREE.leastSamples());
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text()).contains("too few to go by");
  }

  @Test
  void missingResultsAreAnError() {
    CellResult none = new Outcomes(OPERATION_FREE, "plain").of(List.of(), 1, 1);
    assertThat(none.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(none.ending().text()).isEqualTo("jcstress: 0 of 1 JVMs gave a result");
  }

  @Test
  void aResultWithoutSamplesIsAnError() {
    TestResult empty = new TestResult(Status.TIMEOUT_ERROR);
    CellResult none = new Outcomes(OPERATION_FREE, "plain").of(List.of(empty), 1, 1);
    assertThat(none.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(none.ending().text()).contains("TIMEOUT_ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "'free-in-use, freed',               FREE_IN_USE",
    "'use-after-free, free-in-use',      USE_AFTER_FREE",
    "'freed, freed',                     DOUBLE_FREE",
    "'record 1, record 1',               RECORD_CORRUPTION",
    "'threw NullPointerException, freed',NULL_DEREFERENCE",
    "'threw SSLException, freed',        ESCAPED_EXCEPTION",
    "'never ran, freed',                 LOST_MESSAGE"
  })
  void anOutcomeHasAKindOfFinding(String outcome, FindingKind kind) {
    assertThat(Outcomes.kind(outcome)).isEqualTo(kind);
  }

  @Test
  void everyFamilyHasATestForEveryStrategy() {
    List<String> names = new ArrayList<>();
    for (LockStrategy strategy : ServiceLoader.load(LockStrategy.class)) {
      Family.ALL.forEach(family -> names.add(family.testFor(strategy)));
    }
    assertThat(names).isNotEmpty();
    assertThat(names).allSatisfy(name -> assertThat(TestList.getInfo(name).cases()).isNotEmpty());
  }
}

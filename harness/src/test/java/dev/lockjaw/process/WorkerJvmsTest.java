package dev.lockjaw.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.lock.FreeAware;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.NoLock;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.bc.BouncyCastleTransport;
import dev.lockjaw.worker.Fates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real child JVMs that really die. */
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class WorkerJvmsTest {
  @TempDir private Path folder;
  private WorkerJvms workers;

  private record Looks(BooleanSupplier enough) implements RunControl {
    @Override
    public boolean cancelled() {
      return enough.getAsBoolean();
    }

    @Override
    public void ran(long more) {}
  }

  @BeforeEach
  void open() {
    workers = new WorkerJvms(folder);
  }

  @AfterEach
  void close() {
    workers.close();
    assertThat(children()).isEmpty();
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().toList();
  }

  private static Cell cell(Scenario scenario, LockStrategy strategy) {
    return Cell.of(scenario, strategy, new BouncyCastleTransport(), Protocol.TLS_1_2);
  }

  private static Cell cell(Scenario scenario) {
    return cell(scenario, new NoLock());
  }

  private CellResult run(Cell cell) throws InterruptedException {
    return workers.run(cell, () -> Limits.exhaust(2), RunControl.NONE);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCellHasTheSameResultAsInThisJvm() throws InterruptedException {
    try (InThisJvm here = new InThisJvm()) {
      for (LockStrategy strategy : List.of(new NoLock(), new FreeAware())) {
        Cell cell = cell(new Fates.WriteFree(), strategy);
        CellResult there = run(cell);
        CellResult same = here.run(cell, () -> Limits.exhaust(2), RunControl.NONE);
        assertThat(there)
            .usingRecursiveComparison()
            .ignoringFields(
                "times.elapsedMs", "times.connectMs", "times.firstFindingMs", "findings")
            .isEqualTo(same);
        assertThat(there.findings())
            .extracting(Finding::kind, Finding::message, Finding::token, Finding::interleaving)
            .containsExactlyElementsOf(
                same.findings().stream()
                    .map(
                        finding ->
                            tuple(
                                finding.kind(),
                                finding.message(),
                                finding.token(),
                                finding.interleaving()))
                    .toList());
      }
    }
  }

  @Test
  void aWorkerLivesForManyCells() throws InterruptedException {
    run(cell(new Fates.WriteFree()));
    List<ProcessHandle> first = children();
    for (int i = 0; i < 5; i++) {
      run(cell(new Fates.WriteFree(), new FreeAware()));
    }
    assertThat(first).hasSize(1);
    assertThat(children()).isEqualTo(first);
  }

  @Test
  void aFaultIsAFindingAndDoesNotAffectTheNextCell() throws Exception {
    CellResult result = run(cell(new Fates.Faulty()));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    Finding finding = result.findings().get(0);
    assertThat(finding.kind()).isEqualTo(FindingKind.NATIVE_CRASH);
    assertThat(finding.message()).contains("SIGSEGV").contains("Native.getInt");
    assertThat(result.counts().schedules()).isGreaterThan(1);
    assertThat(result.ending().text())
        .contains("ended by a crash after " + result.counts().schedules());
    assertThat(run(cell(new Fates.WriteFree(), new FreeAware())).verdict()).isEqualTo(Verdict.PASS);
    assertThat(folder.resolve("crashes")).isDirectoryContaining("glob:**faulty-none-bc*hs_err*");
    workers.close();
    assertThat(left()).containsExactly("crashes");
  }

  @Test
  void aFaultUnderStressReportsItsIteration() throws Exception {
    Limits limits = new Limits(Mode.STRESS, 0, false, Long.MAX_VALUE, false, 1);
    CellResult result = workers.run(cell(new Fates.Faulty()), () -> limits, RunControl.NONE);
    assertThat(result.findings()).extracting(Finding::kind).containsOnly(FindingKind.NATIVE_CRASH);
    assertThat(result.ending().text())
        .contains("ended by a crash after " + result.counts().schedules() + " iterations");
  }

  /** The schedule in the black box kills the process every time. */
  @Test
  void theTokenOfAFaultReproducesIt() throws Exception {
    Cell cell = cell(new Fates.Faulty());
    Token token = Token.parse(run(cell).findings().get(0).token());
    for (int i = 0; i < 5; i++) {
      assertThat(workers.rerun(cell, token.schedule()).death().isCrash()).isTrue();
    }
    Cell harmless = cell(new Fates.WriteFree());
    Token other = Token.parse(run(harmless).findings().get(0).token());
    WorkerJvms.Rerun rerun = workers.rerun(harmless, other.schedule());
    assertThat(rerun.death()).isNull();
    assertThat(rerun.replay().findings()).isNotEmpty();
  }

  @Test
  void anExitIsAnErrorOfTheToolAndNoFinding() throws InterruptedException {
    CellResult result = run(cell(new Fates.Leaves()));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text())
        .isEqualTo("the worker JVM ended with exit code 7 in mid-cell");
    assertThat(run(cell(new Fates.WriteFree())).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aWorkerKilledFromOutsideIsAnError() throws InterruptedException {
    CellResult result =
        workers.run(
            cell(new Fates.Stuck()),
            () -> Limits.exhaust(2),
            new Looks(
                () -> {
                  children().forEach(ProcessHandle::destroyForcibly);
                  return false;
                }));
    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.ending().text())
        .isEqualTo("the worker JVM was killed by SIGKILL in mid-cell");
    assertThat(run(cell(new Fates.WriteFree())).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aWorkerThatHangsIsEnded() throws InterruptedException {
    try (WorkerJvms impatient =
        new WorkerJvms(folder, Launch.of(WorkerMain.class), Duration.ofSeconds(3))) {
      CellResult result =
          impatient.run(cell(new Fates.Stuck()), () -> Limits.exhaust(2), RunControl.NONE);
      assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
      assertThat(result.ending().text()).contains("did not go on and was ended");
    }
  }

  @Test
  void aWorkerWithStuckThreadsIsReplaced() throws InterruptedException {
    run(cell(new Fates.WriteFree()));
    List<ProcessHandle> first = children();
    assertThat(run(cell(new Fates.Embrace())).verdict()).isNotEqualTo(Verdict.PASS);
    assertThat(children()).isEmpty();
    run(cell(new Fates.WriteFree()));
    assertThat(children()).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  @Test
  void aCancelledCellEndsWithItsResultSoFar() throws InterruptedException {
    CellResult result =
        workers.run(cell(new Fates.Endless()), () -> Limits.exhaust(10), new Looks(() -> true));
    assertThat(result.verdict()).isIn(Verdict.PASS, Verdict.SKIPPED);
    assertThat(result.extent().exhausted()).isFalse();
    assertThat(result.ending().text()).startsWith("interrupted after");
  }

  @Test
  void everyCrashIsReportedAndNothingIsLeft() throws Exception {
    List<CellResult> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      results.add(run(cell(new Fates.Faulty())));
    }
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.findings())
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.NATIVE_CRASH));
    workers.close();
    assertThat(left()).containsExactly("crashes");
    try (Stream<Path> kept = Files.list(folder.resolve("crashes"))) {
      assertThat(kept).hasSize(3);
    }
  }

  /** When a parent is killed, the system closes the pipe. */
  @Test
  void aWorkerEndsWhenItsInputEnds() throws Exception {
    try (ChildJvm worker = ChildJvm.start(folder, Launch.of(WorkerMain.class))) {
      worker.input().close();
      assertThat(worker.await(Duration.ofSeconds(60))).isTrue();
      assertThat(worker.death().exitCode()).isZero();
    }
  }
}

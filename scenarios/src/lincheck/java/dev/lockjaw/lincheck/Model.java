package dev.lockjaw.lincheck;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * What Lincheck checks. Each model appears in results as a scenario. A JVM runs one check at a
 * time.
 */
enum Model {
  DUPLEX("lincheck-duplex", DuplexSession.class),
  SERIAL("lincheck-serial", SerialSession.class);

  private static final Ending FOUND = new Ending(EndingKind.FIRST_FINDING, null);

  private static final int THREADS = 2;
  private static final int OPERATIONS = 2;

  private final String scenario;
  private final Class<?> session;

  Model(String scenario, Class<?> session) {
    this.scenario = scenario;
    this.session = session;
  }

  String scenario() {
    return scenario;
  }

  static Model named(String scenario) {
    return Arrays.stream(values())
        .filter(model -> model.scenario.equals(scenario))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no model is named '" + scenario + "'"));
  }

  /**
   * Model-checks a strategy.
   *
   * @param scenarios the number of scenarios, from Lincheck's generator, which always generates the
   *     same ones
   * @param invocations the most interleavings of each
   */
  synchronized CellResult check(LockStrategy strategy, int scenarios, int invocations) {
    GuardedSession.strategy = strategy;
    GuardedSession.MADE.set(0);
    long start = System.nanoTime();
    try {
      new ModelCheckingOptions()
          .threads(THREADS)
          .actorsPerThread(OPERATIONS)
          .actorsBefore(0)
          .actorsAfter(0)
          .iterations(scenarios)
          .invocationsPerIteration(invocations)
          // a write to a thread's own slot, or a read of all slots: far too slow otherwise
          .addGuarantee(
              ManagedStrategyGuaranteeKt.forClasses("dev.lockjaw.sync.rundown.Presence")
                  .allMethods()
                  .treatAsAtomic())
          .sequentialSpecification(SequentialSession.class)
          .check(session);
    } catch (LincheckAssertionError failed) {
      Finding finding = Failure.finding(failed.getMessage());
      return result(strategy, Verdict.FAIL, millis(start), List.of(finding), FOUND);
    } catch (RuntimeException | Error broken) {
      return result(
          strategy,
          Verdict.ERROR,
          millis(start),
          List.of(),
          Ending.toolFailed("Lincheck: " + broken));
    }
    if (GuardedSession.MADE.get() == 0) {
      return result(
          strategy,
          Verdict.ERROR,
          millis(start),
          List.of(),
          Ending.toolFailed("Lincheck ran nothing"));
    }
    String extent =
        String.format(
            Locale.ROOT,
            "%d scenarios of %d threads with %d operations each, %,d invocations in all",
            scenarios,
            THREADS,
            OPERATIONS,
            GuardedSession.MADE.get());
    return result(
        strategy, Verdict.PASS, millis(start), List.of(), new Ending(EndingKind.COMPLETE, extent));
  }

  /** The result of a cell that was not run. */
  CellResult notReached(LockStrategy strategy) {
    return CellResult.skipped(id(strategy), Mode.LINCHECK, Ending.NOT_REACHED);
  }

  private static double millis(long start) {
    return Times.millis(System.nanoTime() - start);
  }

  private CellResult result(
      LockStrategy strategy,
      Verdict verdict,
      double elapsedMs,
      List<Finding> findings,
      Ending ending) {
    long made = GuardedSession.MADE.get();
    Times times = Times.elapsed(elapsedMs);
    return new CellResult(
        id(strategy),
        Mode.LINCHECK,
        verdict,
        Extent.NONE,
        Counts.of(made, findings.size()),
        findings.isEmpty() ? times : times.withFirstFinding(made, elapsedMs),
        0,
        findings,
        ending);
  }

  private CellId id(LockStrategy strategy) {
    return new CellId(scenario, strategy.id(), "model", "no-tls");
  }
}

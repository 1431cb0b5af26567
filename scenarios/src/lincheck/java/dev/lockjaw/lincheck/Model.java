package dev.lockjaw.lincheck;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
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
      return result(strategy, Verdict.FAIL, millis(start), List.of(finding), null);
    } catch (RuntimeException | Error broken) {
      return result(strategy, Verdict.ERROR, millis(start), List.of(), "Lincheck: " + broken);
    }
    if (GuardedSession.MADE.get() == 0) {
      return result(strategy, Verdict.ERROR, millis(start), List.of(), "Lincheck ran nothing");
    }
    String extent =
        String.format(
            Locale.ROOT,
            "%d scenarios of %d threads with %d operations each, %,d invocations in all",
            scenarios,
            THREADS,
            OPERATIONS,
            GuardedSession.MADE.get());
    return result(strategy, Verdict.PASS, millis(start), List.of(), extent);
  }

  /** The result of a cell that did not run. */
  CellResult skipped(LockStrategy strategy, String reason) {
    GuardedSession.MADE.set(0);
    return result(strategy, Verdict.SKIPPED, 0, List.of(), reason);
  }

  private static double millis(long start) {
    return Math.round((System.nanoTime() - start) / 1e3) / 1e3;
  }

  private CellResult result(
      LockStrategy strategy,
      Verdict verdict,
      double elapsedMs,
      List<Finding> findings,
      String reason) {
    long made = GuardedSession.MADE.get();
    return new CellResult(
        scenario,
        strategy.id(),
        "model",
        "no-tls",
        "lincheck",
        0,
        verdict,
        made,
        0,
        findings.size(),
        0,
        0,
        false,
        0,
        elapsedMs,
        0,
        findings.isEmpty() ? -1 : elapsedMs,
        findings.isEmpty() ? -1 : made,
        findings,
        reason);
  }
}

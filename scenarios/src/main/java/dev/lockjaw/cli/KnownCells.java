package dev.lockjaw.cli;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.run.Campaign;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Verdict;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;

/**
 * Cells whose verdict is beyond doubt, to prove that faults are seen where they are, and only
 * there. A run that can't see is worth nothing, however green.
 */
final class KnownCells {
  private static final String SCENARIO = "write-free";

  private KnownCells() {}

  /** Two threads at one session without a lock. */
  static Cell bad(Registry registry, Transport transport) {
    return cell(registry, "none", transport);
  }

  /** The same under the strategy that passes everything. */
  static Cell good(Registry registry, Transport transport) {
    return cell(registry, "queue-drain", transport);
  }

  private static Cell cell(Registry registry, String strategy, Transport transport) {
    return Cell.of(
        new Patterns<>("scenario", registry.scenarios(), Scenario::id).named(SCENARIO),
        new Patterns<>("strategy", registry.strategies(), LockStrategy::id).named(strategy),
        transport,
        Protocol.TLS_1_2);
  }

  /** How such a cell is explored. */
  static Campaign.Options options() {
    return new Campaign.Options(2, true, Long.MAX_VALUE, 1, 1);
  }

  /**
   * Makes sure that faults are seen.
   *
   * @throws ToolException if the bad cell does not fail
   */
  static void prove(Context context, Transport transport) {
    Cell bad = bad(context.registry(), transport);
    CellResult result = new Exploration(context, options()).silently(bad);
    if (result.verdict() != Verdict.FAIL && !context.interrupt().happened()) {
      throw new ToolException(
          "Lockjaw can't see: "
              + bad.name()
              + " is known to fail and came to "
              + result.verdict().id()
              + (result.reason() == null ? "" : " (" + result.reason() + ")")
              + "; no other verdict can be trusted; see: "
              + Commands.LAUNCHER
              + " doctor");
    }
  }
}

package dev.lockjaw.cli.execution;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.List;

/**
 * Cells with a known verdict: a known-bad cell proves that Lockjaw sees a fault, and a known-good
 * cell proves that it sees none where there is none. A run that misses a known fault proves
 * nothing.
 */
public final class KnownCells {
  private static final String SCENARIO = "write-free";

  private KnownCells() {}

  /** The known-bad cell: two threads use one session without a lock. */
  public static Cell bad(Registry registry, Transport transport) {
    return cell(registry, "none", transport);
  }

  /** The known-good cell: the same under the strategy that passes everything. */
  public static Cell good(Registry registry, Transport transport) {
    return cell(registry, "queue-drain", transport);
  }

  private static Cell cell(Registry registry, String strategy, Transport transport) {
    return Cell.of(
        new Patterns<>("scenario", registry.scenarios(), Scenario::id).named(SCENARIO),
        new Patterns<>("strategy", registry.strategies(), Locking::id).named(strategy),
        transport,
        Protocol.TLS_1_2);
  }

  /** How a known cell is explored. */
  public static Campaign.Options options() {
    return new Campaign.Options(2, true, Long.MAX_VALUE, 1, 1);
  }

  /** Explores the known-bad cell of each available transport, one after the other. */
  public static List<CellResult> prove(
      Context context, CellRunner runner, List<Transport> transports) {
    return transports.stream()
        .filter(transport -> transport.unavailable().isEmpty())
        .map(transport -> bad(context.registry(), transport))
        .map(bad -> new Exploration(context, options(), runner).silently(bad))
        .toList();
  }

  /**
   * Checks that faults are seen.
   *
   * @param proofs the results of the known-bad cells
   * @throws ToolException if one of them did not fail
   */
  public static void check(List<CellResult> proofs) {
    for (CellResult proof : proofs) {
      if (proof.verdict() != Verdict.FAIL) {
        throw new ToolException(
            "Lockjaw misses a known fault: "
                + proof.id().text()
                + " must fail; its verdict was "
                + proof.verdict().id()
                + (proof.ending().text() == null ? "" : " (" + proof.ending().text() + ")")
                + ". No other verdict can be trusted; see: "
                + Launcher.COMMAND
                + " doctor");
      }
    }
  }
}

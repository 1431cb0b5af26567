package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.cli.option.Selection;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.LeftOut;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison covers: the part of the selection that can be compared. */
record CompareSubject(Registry picked, Selection selection) {
  /**
   * The comparable part of the selection.
   *
   * @throws UsageException if the user named something that cannot be compared
   * @throws ToolException if this machine can run none of it
   */
  static CompareSubject of(Context context, Selection selection) {
    Registry all = context.registry();
    Registry asked = selection.of(all);
    List<Transport> transports = asked.transports();
    if (!selection.namesTransports()) {
      transports = Stream.concat(transports.stream(), serial(all, transports)).toList();
    }
    return new CompareSubject(
        asked
            .withStrategies(measurable(all, asked.strategies()))
            .withTransports(usable(context, transports)),
        selection);
  }

  /** Adds a transport with a serial contract, if one is available. */
  private static Stream<Transport> serial(Registry all, List<Transport> picked) {
    return all.transports().stream()
        .filter(transport -> transport.contract() == ThreadContract.SERIAL)
        .filter(transport -> !picked.contains(transport))
        .filter(transport -> transport.unavailable().isEmpty())
        .limit(1);
  }

  /** The strategies for Lockjaw's own sessions, and the control. */
  private static List<Locking> measurable(Registry all, List<Locking> picked) {
    List<Locking> strategies = new ArrayList<>();
    for (Locking one : picked) {
      if (!(one instanceof LockStrategy)) {
        throw new UsageException(
            one.id() + " is a session adapter; compare takes only lock strategies");
      }
      if (one.getClass().getClassLoader() != LockStrategy.class.getClassLoader()) {
        throw new UsageException(
            one.id() + " comes from a plug-in; compare cannot measure it, so explore it with run");
      }
      strategies.add(one);
    }
    if (strategies.stream().noneMatch(one -> one.id().equals(Comparison.CONTROL))) {
      strategies.add(
          0, new Patterns<>("strategy", all.strategies(), Locking::id).named(Comparison.CONTROL));
    }
    return strategies;
  }

  private static List<Transport> usable(Context context, List<Transport> picked) {
    List<Transport> usable = new ArrayList<>();
    for (Transport transport : picked) {
      if (transport.unavailable().isEmpty()) {
        usable.add(transport);
      } else {
        context
            .terminal()
            .say("Without " + transport.id() + ": " + transport.unavailable().orElseThrow());
      }
    }
    if (usable.isEmpty()) {
      throw new ToolException("nothing was run: this machine has none of the transports");
    }
    return usable;
  }

  List<Transport> transports() {
    return picked.transports();
  }

  /** The transports to measure on. */
  List<Transport> measured(boolean quick) {
    return Measurement.transports(transports(), quick);
  }

  List<String> strategies() {
    return picked.strategies().stream().map(Locking::id).toList();
  }

  /** Every scenario under every strategy on some of the transports. */
  List<Cell> cells(List<Transport> some) {
    return selection.cells(picked.withTransports(some));
  }

  /** Scenarios that were not selected, with the strategies that are expected to fail in them. */
  LeftOut leftOut(Context context) {
    Expectations known = Expectations.builtIn();
    List<Scenario> others =
        context.registry().scenarios().stream()
            .filter(scenario -> !picked.scenarios().contains(scenario))
            .toList();
    return (contract, strategy) ->
        others.stream()
            .map(Scenario::id)
            .filter(
                scenario ->
                    transports().stream()
                        .filter(transport -> transport.contract().name().equals(contract))
                        .map(transport -> known.of(scenario, strategy, transport.id()))
                        .anyMatch(expected -> expected.verdict() == Verdict.FAIL))
            .toList();
  }

  static String ids(List<Transport> transports) {
    return transports.stream().map(Transport::id).collect(Collectors.joining(", "));
  }
}

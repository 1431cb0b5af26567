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

/** What is compared: of what the user asked for, that which can be. */
record CompareSubject(Registry picked, Selection selection) {
  /**
   * What there is of it.
   *
   * @throws UsageException if it holds something that can't be compared
   * @throws ToolException if nothing of it can be run here
   */
  static CompareSubject of(Context context, Selection selection) {
    Registry all = context.registry();
    Registry asked = selection.of(all);
    List<Transport> transports = asked.transports();
    if (!selection.namesTransports()) {
      transports = Stream.concat(transports.stream(), serial(all, transports)).toList();
    }
    return new CompareSubject(
        new Registry(
            asked.scenarios(), measurable(all, asked.strategies()), usable(context, transports)),
        selection);
  }

  /** One more whose contract is serial, if there is one. */
  private static Stream<Transport> serial(Registry all, List<Transport> picked) {
    return all.transports().stream()
        .filter(transport -> transport.contract() == ThreadContract.SERIAL)
        .filter(transport -> !picked.contains(transport))
        .filter(transport -> transport.unavailable().isEmpty())
        .limit(1);
  }

  /** The strategies that guard sessions of Lockjaw's own, and the control. */
  private static List<Locking> measurable(Registry all, List<Locking> picked) {
    List<Locking> strategies = new ArrayList<>();
    for (Locking one : picked) {
      if (!(one instanceof LockStrategy)) {
        throw new UsageException(
            one.id() + " is no lock strategy but a session of its own, which compare can't take");
      }
      if (one.getClass().getClassLoader() != LockStrategy.class.getClassLoader()) {
        throw new UsageException(
            one.id() + " comes from a plug-in, which compare can't measure; explore it with run");
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
      throw new ToolException("nothing was run: none of the transports is available here");
    }
    return usable;
  }

  List<Transport> transports() {
    return picked.transports();
  }

  /** Those that are measured. */
  List<Transport> measured(boolean quick) {
    return Measurement.transports(transports(), quick);
  }

  List<String> strategies() {
    return picked.strategies().stream().map(Locking::id).toList();
  }

  /** Every scenario under every strategy, on some of the transports. */
  List<Cell> cells(List<Transport> some) {
    return selection.cells(new Registry(picked.scenarios(), picked.strategies(), some));
  }

  /** Scenarios that were not picked, and who is expected to fail in them. */
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

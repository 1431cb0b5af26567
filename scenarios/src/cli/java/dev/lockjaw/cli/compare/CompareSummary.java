package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Advice;
import dev.lockjaw.compare.Comparison;
import java.util.stream.Collectors;

/** A comparison on the terminal: the table, how to read it, the failures, and the advice. */
record CompareSummary(Comparison comparison) {
  void print(Terminal terminal) {
    new CompareTable(comparison).print(terminal);
    terminal.say("");
    terminal.say(
        "Verdicts: the number of scenarios that pass and the number that were run, by tool and by"
            + " the contract of the stack. explore and lincheck cover every interleaving within a"
            + " bound; stress and jcstress show faults and never prove their absence.");
    comparison.leftOut().forEach(tool -> terminal.say(tool + "."));
    terminal.say("");
    if (!comparison.measures().isEmpty()) {
      costs(terminal);
    }
    if (!comparison.latencyTransports().isEmpty()) {
      latencies(terminal);
    }
    terminal.say(comparison.machine() + "; " + comparison.settings() + ".");
    terminal.say("");
    new CompareFailures(comparison).print(terminal);
    terminal.heading("Which to take");
    comparison
        .advice()
        .forEach(advice -> terminal.say(advice.contract() + ": " + advice.sentence() + "."));
  }

  private void costs(Terminal terminal) {
    terminal.say(
        "Costs are ratios to none in the same run, ± the 99.9 % error of both (one operation under"
            + " none is "
            + nanos()
            + "). section: around nothing; record: around sealing a record; send, receive beside: one"
            + " thread sends 64 B while another reads.");
    terminal.say("");
  }

  private static void latencies(Terminal terminal) {
    terminal.say(
        "p50 to p99.9: the time from a send of 64 B until its record is sealed, while another"
            + " thread reads without a pause and a third replaces the session every 5 ms. One send"
            + " every 100 us; the delay that a slow send causes to later ones counts too. Without"
            + " the strategies that fail "
            + CompareLatencies.SCENARIO
            + " there: they would use a freed session.");
    terminal.say("");
  }

  private String nanos() {
    return comparison.strategies().stream()
        .filter(one -> one.strategy().equals(Comparison.CONTROL))
        .flatMap(one -> one.costs().stream())
        .map(cost -> cost.measure() + " " + Advice.text(cost.nanos()) + " ns")
        .collect(Collectors.joining(", "));
  }
}

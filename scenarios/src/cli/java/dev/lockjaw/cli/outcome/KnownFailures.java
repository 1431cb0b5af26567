package dev.lockjaw.cli.outcome;

import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.explain.WorstFirst;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.FailuresText;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expected failures in short: the first finding of each cell, once for all cells of a scenario with
 * the same finding.
 */
final class KnownFailures {
  private static final String INDENT = "  ";

  private final List<CellLine> cells;

  /** The findings of a strategy's cells in a scenario. */
  private record Shown(String scenario, String strategy, String text) {}

  /** A finding that is printed once. */
  private record Fault(String scenario, String text, Set<String> transports) {}

  KnownFailures(List<CellLine> cells) {
    this.cells = cells;
  }

  void print(Terminal terminal, ReplayLine replay) {
    if (cells.isEmpty()) {
      return;
    }
    terminal.heading("Expected failures, in short");
    faults().forEach((fault, strategies) -> print(terminal, fault, strategies));
    terminal.say("");
    String token = cells.get(0).result().findings().get(0).token();
    if (token == null) {
      terminal.say("Find all of them in full in " + FailuresText.NAME + ".\n");
      return;
    }
    terminal.say(
        "To see one in full, replay it (find all tokens in "
            + FailuresText.NAME
            + ") or run with --explain:");
    terminal.print(INDENT + replay.text(token) + "\n\n");
  }

  /** Each finding with the strategies that show it. */
  private Map<Fault, List<String>> faults() {
    Map<Shown, Set<String>> transports = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      CellResult result = cell.result();
      Shown shown = new Shown(result.id().scenario(), result.id().strategy(), text(result));
      transports.computeIfAbsent(shown, s -> new LinkedHashSet<>()).add(result.id().transport());
    }
    Map<Fault, List<String>> faults = new LinkedHashMap<>();
    transports.forEach(
        (shown, some) ->
            faults
                .computeIfAbsent(
                    new Fault(shown.scenario(), shown.text(), some), f -> new ArrayList<>())
                .add(shown.strategy()));
    return faults;
  }

  private void print(Terminal terminal, Fault fault, List<String> strategies) {
    long transports = cells.stream().map(cell -> cell.result().id().transport()).distinct().count();
    boolean everywhere = fault.transports().size() == transports;
    terminal.say(
        fault.scenario()
            + " under "
            + String.join(", ", strategies)
            + (everywhere ? "" : ", on " + String.join(", ", fault.transports()) + " only"));
    Text.hangWords(INDENT, fault.text(), terminal.width()).forEach(terminal.out()::println);
  }

  private static String text(CellResult result) {
    Finding first = result.findings().get(0);
    String also = WorstFirst.others(first, result.findings());
    return first.kind().id() + ": " + first.message() + also;
  }
}

package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Verdicts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The failures of each strategy: kinds of findings, and the number of scenarios with each kind. */
record CompareFailures(Comparison comparison) {
  void print(Terminal terminal) {
    Listing listing = new Listing();
    for (Compared one : comparison.strategies()) {
      for (String contract : contracts(one)) {
        Map<String, List<String>> failed = one.failed(contract);
        if (!failed.isEmpty()) {
          listing.row(one.strategy(), contract, text(failed));
        }
      }
    }
    if (listing.isEmpty()) {
      return;
    }
    terminal.heading("Findings of all tools, with the number of scenarios");
    listing.print(terminal);
    terminal.say("");
  }

  private static List<String> contracts(Compared one) {
    return one.verdicts().stream().map(Verdicts::contract).distinct().toList();
  }

  private static String text(Map<String, List<String>> failed) {
    Map<String, Long> scenarios =
        failed.values().stream()
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(kind -> kind, LinkedHashMap::new, Collectors.counting()));
    return scenarios.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(kind -> kind.getKey() + " " + kind.getValue())
        .collect(Collectors.joining(", "));
  }
}

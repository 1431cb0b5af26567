package dev.lockjaw.cli;

import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Verdicts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What fails under each strategy: kinds of findings, and in how many scenarios each was found. */
record CompareFailures(Comparison comparison) {
  void print(Terminal terminal) {
    Listing listing = new Listing();
    for (Compared one : comparison.strategies()) {
      for (Verdicts verdicts : one.verdicts()) {
        if (!verdicts.failed().isEmpty()) {
          listing.row(one.strategy(), verdicts.contract(), text(verdicts));
        }
      }
    }
    terminal.heading("What is found, and in how many scenarios");
    listing.print(terminal);
    terminal.say("");
  }

  private static String text(Verdicts verdicts) {
    Map<String, Long> scenarios =
        verdicts.failed().values().stream()
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(kind -> kind, LinkedHashMap::new, Collectors.counting()));
    return scenarios.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(kind -> kind.getKey() + " " + kind.getValue())
        .collect(Collectors.joining(", "));
  }
}

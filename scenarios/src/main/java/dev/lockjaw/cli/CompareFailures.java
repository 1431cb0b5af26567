package dev.lockjaw.cli;

import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Verdicts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What fails under each strategy, and how: the scenarios by the kinds of what was found. */
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
    terminal.heading("What fails");
    listing.print(terminal);
    terminal.say("");
  }

  private static String text(Verdicts verdicts) {
    Map<String, List<String>> byKinds = new LinkedHashMap<>();
    verdicts
        .failed()
        .forEach(
            (scenario, kinds) ->
                byKinds
                    .computeIfAbsent(String.join(", ", kinds), k -> new ArrayList<>())
                    .add(scenario));
    List<String> parts = new ArrayList<>();
    byKinds.forEach(
        (kinds, scenarios) -> parts.add(String.join(", ", scenarios) + " (" + kinds + ")"));
    return String.join("; ", parts);
  }
}

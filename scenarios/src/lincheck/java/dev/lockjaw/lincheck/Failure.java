package dev.lockjaw.lincheck;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns Lincheck's report of a failure into a finding with Lincheck's own interleaving. */
final class Failure {
  private static final String INTERLEAVING = "The following interleaving leads to the error:";
  private static final String DETAILS = "Detailed trace:";

  private Failure() {}

  /**
   * @param message Lincheck's full report
   */
  static Finding finding(String message) {
    List<String> lines = message.lines().toList();
    String title =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("")
            .replaceAll("^=+\\s*|\\s*=+$", "");
    Optional<String> breach =
        lines.stream()
            .filter(line -> line.startsWith("#") && line.contains(Breach.class.getName()))
            .map(line -> line.replaceFirst("^#\\d+: ", ""))
            .findFirst();
    String what =
        breach
            .map(text -> text.replaceFirst("^.*?: ", ""))
            .orElse("no sequential session does this");
    return new Finding(
        kind(title, what),
        "Lincheck: " + title.toLowerCase(Locale.ROOT) + ": " + what,
        List.of(),
        breach.orElse(null),
        null,
        interleaving(lines));
  }

  /** The breach's kind, if there is a breach; else the kind that Lincheck's title suggests. */
  private static FindingKind kind(String title, String what) {
    for (FindingKind kind : FindingKind.values()) {
      if (what.startsWith(kind.id())) {
        return kind;
      }
    }
    if (title.contains("deadlock") || title.contains("hung")) {
      return FindingKind.STALL;
    }
    return title.contains("exception") ? FindingKind.ESCAPED_EXCEPTION : FindingKind.REORDERED;
  }

  /** The rows of Lincheck's table; without a table, whatever rows there are. */
  private static List<Step> interleaving(List<String> lines) {
    int from = lines.indexOf(INTERLEAVING);
    int to = lines.indexOf(DETAILS);
    List<Step> steps = new ArrayList<>();
    String[] threads = null;
    for (String line : lines.subList(Math.max(0, from), to < 0 ? lines.size() : to)) {
      if (!line.startsWith("| ") || line.startsWith("| ---")) {
        continue;
      }
      String[] cells = line.substring(2, line.lastIndexOf('|')).split(" \\| ", -1);
      if (threads == null) {
        threads = cells;
        continue;
      }
      for (int i = 0; i < Math.min(cells.length, threads.length); i++) {
        String action = cells[i].stripTrailing();
        if (!action.isBlank()) {
          steps.add(new Step(threads[i].strip(), nested(action)));
        }
      }
    }
    return steps;
  }

  /** Marks nested calls by dots, because reports drop leading blanks. */
  private static String nested(String action) {
    String text = action.stripLeading();
    return ". ".repeat((action.length() - text.length()) / 2) + text;
  }
}

package dev.lockjaw.reports.html;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attributes that the page's filter reads. */
final class Filtered {
  private Filtered() {}

  /** Attributes of an element that stands for a cell, on transports that agree in it. */
  static String[] attributes(CellLine cell, List<String> transports, String... more) {
    String kinds = kinds(cell);
    String[] own = {
      "data-words",
      String.join(
              " ",
              cell.result().id().scenario(),
              cell.result().id().strategy(),
              String.join(" ", transports),
              cell.result().verdict().id(),
              outcome(cell.outcome()),
              kinds)
          .toLowerCase(Locale.ROOT),
      "data-outcome",
      id(cell.outcome()),
      "data-kinds",
      kinds,
      "data-transports",
      transports.stream().map(name -> name.replace(' ', '_')).collect(Collectors.joining(" "))
    };
    return Stream.concat(Stream.of(own), Stream.of(more)).toArray(String[]::new);
  }

  static String id(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String outcome(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case GONE -> "passed, not expected";
      case UNSEEN -> "not seen";
      case CUT_SHORT -> "cut short";
      case FAILED_AS_EXPECTED -> "failed as expected";
      case FAILED -> "failed, not expected";
      case SKIPPED -> "skipped";
      case ERROR -> "error";
    };
  }

  private static String kinds(CellLine cell) {
    return cell.result().findings().stream()
        .map(Finding::kind)
        .distinct()
        .map(kind -> kind.id())
        .collect(Collectors.joining(" "));
  }
}

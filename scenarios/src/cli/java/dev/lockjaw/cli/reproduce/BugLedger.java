package dev.lockjaw.cli.reproduce;

import dev.lockjaw.corpus.BugTally;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.corpus.Release;
import dev.lockjaw.explain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The corpus of real bugs with the result of one run of each, in Markdown. */
final class BugLedger {
  private static final int WIDTH = 110;

  private BugLedger() {}

  /** Such as {@code JDK 17.0.15, Linux, 2 processors, 2026-11-22}. */
  static String here() {
    return "JDK %s, %s, %d processors, %s"
        .formatted(
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            Runtime.getRuntime().availableProcessors(),
            LocalDate.now());
  }

  /**
   * @param times processes for each release
   * @param where they ran, and when
   */
  static String of(List<BugTally> tallies, int times, String where) {
    StringBuilder text = new StringBuilder();
    text.append("# Bugs from the field\n\n");
    text.append("```sh\nscripts/lockjaw reproduce --ledger docs/bugs.md --times ").append(times);
    text.append("\n```\n\n");
    List.of(
            "This command wrote this page (" + where + ").",
            "It ran each library over loopback, in " + times + " child JVMs for each row.",
            "A fix may introduce the next bug, so each entry lists several versions, oldest first.",
            "\"Undecided\" counts attempts in which the driver could not see whether the bug"
                + " showed.")
        .forEach(line -> text.append(line).append('\n'));
    List<Entry> entries = tallies.stream().map(BugTally::entry).distinct().toList();
    for (Entry entry : entries) {
      text.append("\n## ").append(entry.id()).append("\n\n");
      text.append(sentence(entry.description())).append("\n\n");
      Text.wrapWords(entry.story(), WIDTH).forEach(line -> text.append(line).append('\n'));
      text.append('\n');
      Text.wrapWords("Detected by: " + entry.seenBy() + ".", WIDTH)
          .forEach(line -> text.append(line).append('\n'));
      text.append("\n| version | has the bug | showed in | known before | undecided | note |\n");
      text.append("|---|---|---|---|---|---|\n");
      tallies.stream()
          .filter(tally -> tally.entry().equals(entry))
          .forEach(tally -> text.append(row(tally)));
    }
    return text.toString();
  }

  private static String row(BugTally tally) {
    Release release = tally.release();
    int deaths = tally.seen().deaths().size();
    return List.of(
            release.label(),
            release.buggy() ? "yes" : "no",
            tally.count()
                + (deaths == 0 ? "" : ", " + Text.count(deaths, "process", "processes") + " died"),
            release.known(),
            String.valueOf(tally.seen().missed().size()),
            release.note())
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}

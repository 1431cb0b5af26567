package dev.lockjaw.cli.reproduce;

import dev.lockjaw.cli.terminal.Lines;
import dev.lockjaw.corpus.BugTally;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.corpus.Release;
import dev.lockjaw.explain.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The corpus of real bugs, with what came of one run of all, in Markdown. */
final class BugLedger {
  private static final int WIDTH = 110;

  private BugLedger() {}

  static String of(List<BugTally> tallies, int times) {
    StringBuilder text = new StringBuilder();
    text.append("# Bugs from the field\n\n");
    text.append("Written by `scripts/lockjaw reproduce --ledger docs/bugs.md --times ");
    text.append(times);
    text.append("`, which drives each library in\n");
    text.append("child JVMs, ").append(times).append(" for each row, over loopback: JDK ");
    text.append(System.getProperty("java.version"));
    text.append(", ").append(System.getProperty("os.name"));
    text.append(", ").append(Runtime.getRuntime().availableProcessors());
    text.append(" processors.\nA fix may bring the next bug, so an entry is a lineage.\n");
    List<Entry> entries = tallies.stream().map(BugTally::entry).distinct().toList();
    for (Entry entry : entries) {
      text.append("\n## ").append(entry.id()).append("\n\n");
      text.append(sentence(entry.description())).append("\n\n");
      Lines.wrap(entry.story(), WIDTH).forEach(line -> text.append(line).append('\n'));
      text.append('\n');
      Lines.wrap("Seen by this: " + entry.seenBy() + ".", WIDTH)
          .forEach(line -> text.append(line).append('\n'));
      text.append("\n| version | has it | the bug showed in | known before | not to be told | |\n");
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

package dev.lockjaw.cli.reproduce;

import dev.lockjaw.corpus.BugTally;
import dev.lockjaw.corpus.Corpus;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.corpus.Release;
import dev.lockjaw.corpus.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The ledger of bugs as it would be written today, with the figures of the page that is there. */
public final class LedgerPage {
  private static final Pattern TIMES = Pattern.compile("--times (\\d+)");
  private static final Pattern WHERE = Pattern.compile("\\((JDK (\\S+), .*)\\)\\.");
  private static final Pattern COUNT =
      Pattern.compile("\\| (\\d+) of (\\d+) [^|]+\\|.*\\| (\\d+) \\|");

  private LedgerPage() {}

  /** The same page from the corpus of today. */
  public static List<String> of(List<String> page) {
    String text = String.join("\n", page);
    MatchResult where = only(WHERE, text);
    Iterator<Seen> figures =
        page.stream()
            .filter(line -> line.startsWith("| ") && COUNT.matcher(line).find())
            .map(line -> seen(only(COUNT, line)))
            .iterator();
    List<BugTally> tallies = new ArrayList<>();
    for (Entry entry : Corpus.entries()) {
      for (Release release : entry.releases()) {
        tallies.add(new BugTally(entry, release, figures.next()));
      }
    }
    int times = Integer.parseInt(only(TIMES, text).group(1));
    return BugLedger.of(tallies, times, where.group(1))
        .replace(
            "JDK " + System.getProperty("java.version"), "JDK " + where.group(2).replace(",", ""))
        .lines()
        .toList();
  }

  private static Seen seen(MatchResult figures) {
    int bugs = Integer.parseInt(figures.group(1));
    int undecided = Integer.parseInt(figures.group(3));
    int fine = Integer.parseInt(figures.group(2)) - bugs - undecided;
    return new Seen(bugs, fine, Collections.nCopies(undecided, ""), List.of(), null, List.of());
  }

  private static MatchResult only(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow();
  }
}

package dev.lockjaw.reports.baseline;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.Kinds;
import dev.lockjaw.reports.results.Suppression;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Suppressions as text. An entry is a line with a kind of finding, and a line for each of its
 * threads:
 *
 * <pre>
 * blocked-io-under-lock
 *   thread: IOThreadMain
 *   thread: ? &lt; aeMain &lt; main
 * </pre>
 */
public final class SuppressionsText {
  private static final int WIDTH = 100;
  private static final String THREAD = "thread:";
  private static final String CALLED_BY = " < ";

  private static final String HEADING =
      """
      # Findings of `lockjaw watch` that are known, for --suppressions of watch and gate.
      #
      # An entry is the kind of a finding, and a line for each of its threads: the innermost functions
      # of its stack, innermost first. ? stands for any function. Delete an entry, and its finding is
      # reported again.
      """;

  private SuppressionsText() {}

  /** Writes an entry for each finding. */
  public static String of(List<Finding> findings) {
    StringBuilder text = new StringBuilder(HEADING);
    List<Suppression> written = new ArrayList<>();
    for (Finding finding : findings) {
      Suppression suppression = Suppression.of(finding);
      if (!written.contains(suppression)) {
        written.add(suppression);
        text.append('\n');
        Text.hang("# ", Explanation.sentence(finding.message()), WIDTH)
            .forEach(line -> text.append(comment(line)).append('\n'));
        text.append(entry(suppression));
      }
    }
    return text.toString();
  }

  private static String comment(String line) {
    return line.startsWith("#") ? line : "# " + line.strip();
  }

  private static String entry(Suppression suppression) {
    StringBuilder text = new StringBuilder(suppression.kind().id()).append('\n');
    suppression.threads().forEach(thread -> text.append("  ").append(line(thread)).append('\n'));
    return text.toString();
  }

  private static String line(List<String> functions) {
    return (THREAD + ' ' + String.join(CALLED_BY, functions)).strip();
  }

  /** A suppression in one line, with its place in its file. */
  public static String brief(Suppression suppression) {
    return "line "
        + suppression.line()
        + ": "
        + suppression.kind().id()
        + ", "
        + suppression.threads().stream()
            .map(SuppressionsText::line)
            .collect(Collectors.joining(", "));
  }

  /**
   * Reads suppressions.
   *
   * @param name of the file, for messages
   * @throws MalformedBaselineException with one line for the user, if they are none
   */
  public static List<Suppression> parse(String name, String text) {
    List<Suppression> entries = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(THREAD)) {
        if (entries.isEmpty()) {
          throw wrong(name, i, "has a thread before the first kind of finding");
        }
        Suppression last = entries.remove(entries.size() - 1);
        List<List<String>> threads = new ArrayList<>(last.threads());
        threads.add(functions(line));
        entries.add(new Suppression(last.kind(), threads, last.line()));
      } else {
        entries.add(new Suppression(kind(name, i, line), List.of(), i + 1));
      }
    }
    for (Suppression entry : entries) {
      if (entry.threads().isEmpty()) {
        throw wrong(name, entry.line() - 1, "has a kind of finding without a thread");
      }
    }
    return entries;
  }

  private static FindingKind kind(String name, int line, String text) {
    return Kinds.named(text)
        .orElseThrow(
            () ->
                wrong(
                    name,
                    line,
                    "has '"
                        + text
                        + "', which is neither a kind of finding nor begins with 'thread:'; kinds: "
                        + String.join(", ", Kinds.ids())));
  }

  private static List<String> functions(String line) {
    return Arrays.stream(line.substring(THREAD.length()).split("<"))
        .map(String::strip)
        .filter(function -> !function.isEmpty())
        .toList();
  }

  private static MalformedBaselineException wrong(String name, int line, String what) {
    return new MalformedBaselineException(
        name + " is no file of suppressions: line " + (line + 1) + ' ' + what);
  }
}

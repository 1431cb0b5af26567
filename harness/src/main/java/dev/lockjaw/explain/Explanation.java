package dev.lockjaw.explain;

import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.result.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A finding in full, for a developer who has to fix it: what happened and why it is wrong, what
 * each thread held and wanted and where, the order of the steps, and the replay command. No line is
 * wider than asked, except one with a token that is wider by itself.
 */
public final class Explanation {
  /** Longest text shown of a message from outside, such as an exception's, in characters. */
  public static final int LONGEST = 600;

  private Explanation() {}

  /**
   * All findings of a cell, the worst first, with an empty line between them; empty if there are
   * none. Findings of several kinds are announced.
   */
  public static String of(CellResult result, ReplayLine replay, int width, Style style) {
    return of(result, token -> replay.lines(token, width, 2), width, style);
  }

  /**
   * As {@link #of(CellResult, ReplayLine, int, Style)}.
   *
   * @param replay gives the lines, indented by two, that show how to replay a token
   */
  public static String of(
      CellResult result, Function<String, List<String>> replay, int width, Style style) {
    boolean several = result.findings().stream().map(Finding::kind).distinct().count() > 1;
    return (several ? kinds(result, width, style) + "\n" : "")
        + String.join(
            "\n",
            WorstFirst.of(result.findings()).stream()
                .map(
                    finding ->
                        text(
                            where(result.id()),
                            rate(result, finding),
                            finding,
                            replay,
                            width,
                            style))
                .toList());
  }

  private static String kinds(CellResult result, int width, Style style) {
    String kinds =
        result.findings().stream()
            .map(Finding::kind)
            .distinct()
            .sorted()
            .map(FindingKind::id)
            .collect(Collectors.joining(", "));
    String text = result.id().brief() + " has findings of several kinds: " + kinds + ".";
    return Text.wrap(text, width).stream()
        .map(style::bold)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** One finding of a cell. Ends with a line feed. */
  public static String of(
      CellResult result, Finding finding, ReplayLine replay, int width, Style style) {
    String text =
        text(
            where(result.id()),
            rate(result, finding),
            finding,
            token -> replay.lines(token, width, 2),
            width,
            style);
    return finding.token() == null && result.mode() == Mode.STRESS
        ? text + freely(result, replay, width, style)
        : text;
  }

  /** The next command for a finding that has no token. */
  private static String freely(CellResult result, ReplayLine replay, int width, Style style) {
    List<String> lines = new ArrayList<>(List.of("", style.bold("Look for an interleaving")));
    String seen =
        "Seen in a stress run (seed "
            + result.seed()
            + "), which has no interleaving to replay. Exploring the cell may find one:";
    lines.addAll(Text.hang("  ", seen, width));
    lines.add("  " + ExploreLine.text(result, replay)); // whole, so that it can be copied
    return String.join("\n", lines) + "\n";
  }

  /** A finding of a replay. Ends with a line feed. */
  public static String of(Token token, Finding finding, ReplayLine replay, int width, Style style) {
    return of(token, finding, text -> replay.lines(text, width, 2), width, style);
  }

  /**
   * As {@link #of(Token, Finding, ReplayLine, int, Style)}.
   *
   * @param replay gives the lines, indented by two, that show how to replay a token
   */
  public static String of(
      Token token, Finding finding, Function<String, List<String>> replay, int width, Style style) {
    return text(where(token.cell()), "", finding, replay, width, style);
  }

  /**
   * A finding that belongs to no cell. Ends with a line feed.
   *
   * @param where it was found
   * @param rate how often, as a sentence
   */
  public static String of(String where, String rate, Finding finding, int width, Style style) {
    return text(where, rate, finding, token -> List.of(), width, style);
  }

  private static String where(CellId cell) {
    return cell.ofTest()
        ? cell.brief()
        : cell.brief() + " (" + Protocols.written(cell.protocol()) + ")";
  }

  private static String text(
      String where,
      String rate,
      Finding finding,
      Function<String, List<String>> replay,
      int width,
      Style style) {
    List<String> lines = new ArrayList<>();
    String heading = finding.kind().id() + " in " + Text.clean(where);
    Text.wrap(heading, width).forEach(line -> lines.add(style.bold(style.bad(line))));
    lines.addAll(Text.hang("  ", sentence(finding.message()), width));
    lines.addAll(Text.hang("  ", "What is wrong: " + finding.kind().meaning() + ".", width));
    if (!rate.isEmpty()) {
      lines.addAll(Text.hang("  ", rate, width));
    }
    threads(finding, width, style, lines);
    if (!finding.interleaving().isEmpty()) {
      lines.add("");
      lines.add(style.bold("Interleaving"));
      lines.addAll(Interleaving.lines(finding.interleaving(), width));
    }
    if (finding.passing() != null) {
      lines.add("");
      lines.addAll(PassingText.lines(finding, width, style));
    }
    if (finding.token() != null) {
      lines.add("");
      lines.add(style.bold("Replay"));
      lines.addAll(replay.apply(finding.token()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void threads(Finding finding, int width, Style style, List<String> lines) {
    String exception = finding.exception();
    for (ThreadEvidence thread : finding.threads()) {
      lines.add("");
      lines.addAll(ThreadText.lines(thread, exception, finding, width, style));
      exception = null; // it is the first thread's
    }
    if (exception != null) {
      lines.add("");
      lines.addAll(Text.hang("Exception ", Text.cut(Text.clean(exception), LONGEST), width));
    }
  }

  /** A finding's message as a sentence that is safe to show. */
  public static String sentence(String message) {
    String clean = Text.cut(Text.clean(message), LONGEST).strip();
    return clean.endsWith(".") ? clean : clean + ".";
  }

  /** How sure a finding is, as a sentence; empty if nothing is known of that. */
  public static String rate(CellResult result, Finding finding) {
    return result.mode() == Mode.WATCH ? finding.kind().confidence().sentence() : rate(result);
  }

  /** How many interleavings or iterations of a cell failed, as a sentence; empty if none ran. */
  public static String rate(CellResult result) {
    return result.counts().schedules() < 1
        ? ""
        : "The cell failed in "
            + result.counts().failing()
            + " of "
            + Text.count(result.counts().schedules(), result.mode().unit())
            + (result.times().firstFindingSchedule() < 1
                ? ""
                : ", first in number " + result.times().firstFindingSchedule())
            + ".";
  }
}

package dev.lockjaw.cli.outcome;

import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.baseline.Gate;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.CellText;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report of the gate: new findings first, the summary last. */
public final class GateReport {
  private static final String INDENT = "  ";
  private static final int MOST = 30;

  private final Terminal terminal;
  private final Gate gate;
  private final boolean strict;
  private final ReplayLine replay;

  public GateReport(Terminal terminal, Gate gate, boolean strict, ReplayLine replay) {
    this.terminal = terminal;
    this.gate = gate;
    this.strict = strict;
    this.replay = replay;
  }

  /** Prints it. */
  public void print() {
    section("New: findings that the baseline does not expect", news());
    section(
        "Not run: cells that the baseline covers",
        gate.lacking().stream().map(GateReport::line).toList());
    section(
        "Gone: expected findings that no longer show",
        gate.gone().stream().map(GateReport::line).toList());
    for (ErrorList errors : ErrorList.of(gate.errors())) {
      section(
          errors.heading(),
          errors.lines().stream().map(line -> line.cells() + "  " + line.text()).toList());
    }
    section(
        "Unproven: no known-bad cell failed on these transports, so a fault might go unseen",
        gate.unproven());
    terminal.say(sum());
  }

  /** The exit code. */
  public int exitCode() {
    if (gate.untrustworthy()) {
      return ExitCode.FAILED;
    }
    return gate.shut(strict) ? ExitCode.FINDING : ExitCode.OK;
  }

  private void section(String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    terminal.heading(heading);
    for (String line : lines.subList(0, Math.min(MOST, lines.size()))) {
      terminal.print(INDENT + line + "\n");
    }
    if (lines.size() > MOST) {
      terminal.print(INDENT + "... and " + (lines.size() - MOST) + " more\n");
    }
    terminal.say("");
  }

  private List<String> news() {
    int width = terminal.width() - INDENT.length();
    List<String> lines = new ArrayList<>();
    for (CellLine cell : gate.news()) {
      lines.add(CellText.line(cell, width, terminal.style()));
      cell.news().stream()
          .map(Finding::token)
          .filter(token -> token != null)
          .findFirst()
          .ifPresent(token -> lines.add(INDENT + replay.text(token)));
    }
    return lines;
  }

  private static String line(Gate.Lacking lacking) {
    String reason = lacking.reason() == null ? "not in the results" : lacking.reason();
    return Text.clean(lacking.cell().text()) + "  " + reason;
  }

  private static String line(Gate.Gone gone) {
    String kinds =
        gone.kinds().isEmpty()
            ? "passes now"
            : gone.kinds().stream().map(FindingKind::id).collect(Collectors.joining(", "));
    return gone.cell().shortName()
        + "  "
        + kinds
        + (gone.all() ? "" : "; still fails in another way");
  }

  private String sum() {
    String sum =
        Text.count(gate.cells().size(), "cell")
            + ", "
            + gate.news().size()
            + " new, "
            + gate.lacking().size()
            + " not run, "
            + gate.gone().size()
            + " gone, "
            + Text.count(gate.errors().size(), "error");
    return verdict() + ": " + sum;
  }

  private String verdict() {
    if (gate.ranNothing()) {
      return "Gate failed, nothing was run";
    }
    if (gate.untrustworthy()) {
      return "Gate failed, these results cannot be trusted";
    }
    return gate.shut(strict) ? "Gate shut" : "Gate open";
  }
}

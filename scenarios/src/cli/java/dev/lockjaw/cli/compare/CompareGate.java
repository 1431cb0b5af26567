package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Slowdown;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges a comparison by an earlier one: no strategy may have become slower.
 *
 * @param threshold the slowdown to accept, in percent
 */
record CompareGate(Terminal terminal, Comparison before, int threshold) {
  /**
   * A gate by the comparison in a file.
   *
   * @throws UsageException if the file cannot be read
   */
  static CompareGate read(Context context, Path file, int threshold) {
    try {
      return new CompareGate(context.terminal(), Comparison.read(file), threshold);
    } catch (IOException unreadable) {
      throw new UsageException("cannot read --baseline " + file + ": " + IoReason.of(unreadable));
    } catch (IllegalArgumentException other) {
      throw new UsageException("cannot use --baseline " + file + ": " + other.getMessage());
    }
  }

  /**
   * Prints the strategies that have become slower.
   *
   * @return the exit code
   * @throws ToolException if the errors allow no judgement
   */
  int judge(Comparison now) {
    long shared = Slowdown.shared(before, now);
    if (shared == 0) {
      throw new ToolException("nothing was compared: --baseline has none of these measurements");
    }
    long hidden = Slowdown.hidden(before, now, threshold / 100.0);
    List<Slowdown> slower = Slowdown.between(before, now, threshold / 100.0);
    slower.forEach(slowdown -> terminal.say(slowdown.text()));
    if (slower.isEmpty() && hidden == shared) {
      throw new ToolException(
          "no judgement is possible: at each of "
              + Text.count(shared, "cost")
              + " the errors would hide a change of "
              + threshold
              + " %; measure without --quick, or on an idle machine");
    }
    if (slower.isEmpty()) {
      terminal.say(
          "None of "
              + Text.count(shared, "cost")
              + " is slower than in the baseline by more than "
              + threshold
              + " % and the errors of both"
              + (hidden == 0 ? "." : "; at " + hidden + " the errors would hide such a change."));
    }
    return slower.isEmpty() ? ExitCode.OK : ExitCode.FINDING;
  }
}

package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.Failures;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Slowdown;
import dev.lockjaw.explain.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges a comparison by an earlier one: a strategy must not have become slower.
 *
 * @param threshold how much slower is no matter, in percent
 */
record CompareGate(Terminal terminal, Comparison before, int threshold) {
  /**
   * One by a comparison in a file.
   *
   * @throws UsageException if it can't be read
   */
  static CompareGate read(Context context, Path file, int threshold) {
    try {
      return new CompareGate(context.terminal(), Comparison.read(file), threshold);
    } catch (IOException unreadable) {
      throw new UsageException(
          "cannot read --baseline "
              + file
              + ": "
              + Failures.reason(unreadable).replace("no such directory", "no such file"));
    } catch (IllegalArgumentException other) {
      throw new UsageException("cannot use --baseline " + file + ": " + other.getMessage());
    }
  }

  /**
   * Says what has become slower.
   *
   * @return the exit code
   * @throws ToolException if nothing can be said
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
          "nothing can be said: at each of "
              + Text.count(shared, "cost")
              + " the errors would hide a change of "
              + threshold
              + " %; measure without --quick, or on a machine with less to do");
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

package dev.lockjaw.cli;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.format.ReportFormats;
import dev.lockjaw.run.Registry;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The command line, for tests of other packages. */
public final class Shell {
  private Shell() {}

  /**
   * Runs a command in this process.
   *
   * @return the lines of standard output, then those of standard error
   */
  public static List<String> run(Path directory, List<String> words) {
    return new CommandRun(directory).run(words.toArray(String[]::new)).lines();
  }

  /** The commands and their options. Its output goes nowhere. */
  public static CommandLine commands() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return Commands.line(
        new Context(
            Registry.load(Shell.class.getClassLoader()),
            ReportFormats.load(Shell.class.getClassLoader()),
            Expectations.builtIn(),
            folder -> new InThisJvm(),
            new Terminal(nowhere, nowhere, 80, false, false),
            Path.of(""),
            new Interrupt(),
            ReplayLine.BARE));
  }
}

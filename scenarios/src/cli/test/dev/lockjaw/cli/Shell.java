package dev.lockjaw.cli;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.run.Registry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Runs commands in this process and keeps what a terminal would show, in one piece. */
public final class Shell {
  private static final int WIDTH = 80;

  /** Whether there are any is a matter of how fast the machine is. */
  private static final Pattern PROGRESS =
      Pattern.compile("^\\d+ of \\d+ cells, \\d+ failing, .*\\R", Pattern.MULTILINE);

  private final Path directory;

  /**
   * @param directory the current one
   */
  public Shell(Path directory) {
    this.directory = directory;
  }

  /** What the terminal shows after that command. */
  public List<String> run(List<String> words) {
    StringWriter shown = new StringWriter();
    PrintWriter writer = new PrintWriter(shown);
    commands(writer).execute(words.toArray(String[]::new));
    writer.flush();
    return PROGRESS.matcher(shown.toString()).replaceAll("").lines().toList();
  }

  /** The command line itself, for its options. */
  public CommandLine commands() {
    return commands(new PrintWriter(new StringWriter()));
  }

  private CommandLine commands(PrintWriter writer) {
    return Commands.line(
        new Context(
            Registry.load(Shell.class.getClassLoader()),
            Expectations.builtIn(),
            folder -> new InThisJvm(),
            new Terminal(writer, writer, WIDTH, false, false),
            directory,
            new Interrupt()));
  }
}

package dev.lockjaw.cli;

import dev.lockjaw.cli.compare.CompareCommand;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Version;
import dev.lockjaw.cli.doctor.DoctorCommand;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.gate.BaselineCommand;
import dev.lockjaw.cli.gate.GateCommand;
import dev.lockjaw.cli.gate.MergeCommand;
import dev.lockjaw.cli.list.ListCommand;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.Shard;
import dev.lockjaw.cli.option.ShardConverter;
import dev.lockjaw.cli.option.WholeNumber;
import dev.lockjaw.cli.replay.ReplayCommand;
import dev.lockjaw.cli.reproduce.ReproduceCommand;
import dev.lockjaw.cli.run.RunCommand;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.cli.watch.WatchCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The root of the command line. */
@Command(
    name = "lockjaw",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Finds concurrency bugs in code that locks TLS sessions. It runs every interleaving of"
            + " real sessions within a bound.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Start with:  " + Launcher.COMMAND + " run",
      "Options of a command:  " + Launcher.COMMAND + " COMMAND --help",
      "",
      "Exit codes: 0 as expected; 1 an unexpected finding, or a cell that the"
          + " baseline covers was not run; 2 the command line is wrong; 3 Lockjaw"
          + " failed, or nothing was run."
    })
public final class Commands implements Callable<Integer> {

  /** The narrowest help that picocli can print, in columns. */
  private static final int LEAST_HELP_WIDTH = 55;

  private final Context context;
  @Mixin private CommonOptions common;

  @Option(names = "--version", versionHelp = true, description = "Print the version.")
  private boolean version;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Commands(Context context) {
    this.context = context;
  }

  /** The whole command line. */
  static CommandLine line(Context context) {
    Terminal terminal = context.terminal();
    CommandLine line =
        new CommandLine(new Commands(context))
            .addSubcommand(new RunCommand(context))
            .addSubcommand(new ReproduceCommand(context))
            .addSubcommand(new ReplayCommand(context))
            .addSubcommand(new WatchCommand(context))
            .addSubcommand(new CompareCommand(context))
            .addSubcommand(new BaselineCommand(context))
            .addSubcommand(new GateCommand(context))
            .addSubcommand(new MergeCommand(context))
            .addSubcommand(new ListCommand(context))
            .addSubcommand(new DoctorCommand(context))
            .addSubcommand(new HelpCommand());
    line.getSubcommands().get("watch").setStopAtPositional(true);
    return line.registerConverter(Shard.class, new ShardConverter())
        .registerConverter(int.class, WholeNumber::ofInt)
        .registerConverter(Integer.class, WholeNumber::ofInt)
        .registerConverter(long.class, WholeNumber::ofLong)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpWidth(Math.max(LEAST_HELP_WIDTH, terminal.width()))
        .setUsageHelpLongOptionsMaxWidth(24)
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler((wrong, args) -> Complaints.usage(context, wrong))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Complaints.failure(context, failure, command));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(context.terminal().err());
    return ExitCode.USAGE;
  }
}

package dev.lockjaw.cli;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.Failures;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.input.Near;
import dev.lockjaw.reports.baseline.MalformedBaselineException;
import dev.lockjaw.reports.baseline.UnfitResultsException;
import dev.lockjaw.reports.merge.UnmergeableException;
import dev.lockjaw.reports.results.MalformedResultsException;
import dev.lockjaw.reports.results.OutputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an error of a command into one line and an exit code. */
final class Complaints {
  private static final Pattern UNKNOWN_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.?");

  private Complaints() {}

  /** The command line could not be parsed. */
  static int usage(Context context, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    complain(context, command, message(wrong) + "; see: " + help(command));
    return ExitCode.USAGE;
  }

  /** The command threw an exception. */
  static int failure(Context context, Exception failure, CommandLine command) {
    if (failure instanceof UsageException
        || failure instanceof MalformedBaselineException
        || failure instanceof MalformedResultsException
        || failure instanceof UnmergeableException) {
      complain(context, command, failure.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof ToolException
        || failure instanceof OutputException
        || failure instanceof UnfitResultsException) {
      complain(context, command, failure.getMessage());
      return ExitCode.FAILED;
    }
    OptionSpec debug = command.getCommandSpec().findOption("--debug");
    boolean debugging = debug != null && Boolean.TRUE.equals(debug.getValue());
    Terminal terminal = context.terminal();
    terminal.complain(Failures.unforeseen(failure, debugging, terminal.err()));
    return ExitCode.FAILED;
  }

  private static void complain(Context context, CommandLine command, String message) {
    context.terminal().complain(command.getCommandSpec().qualifiedName() + ": " + message);
  }

  private static String help(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return name.replaceFirst("^lockjaw", Launcher.COMMAND) + " --help";
  }

  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return message(unmatched);
    }
    Matcher unknown = UNKNOWN_COMMAND.matcher(wrong.getMessage());
    if (unknown.matches()) { // of the help command
      return unknownCommand(wrong.getCommandLine(), unknown.group(1));
    }
    String text = wrong.getMessage().lines().findFirst().orElse("");
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String message(UnmatchedArgumentException wrong) {
    String argument = wrong.getUnmatched().get(0);
    CommandLine command = wrong.getCommandLine();
    if (argument.startsWith("-")) {
      List<String> options = new ArrayList<>();
      command.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
      return "unknown option '" + argument + "'" + Near.clause(argument, options);
    }
    if (!command.getSubcommands().isEmpty()) {
      return unknownCommand(command, argument);
    }
    return "unexpected argument '" + argument + "'";
  }

  private static String unknownCommand(CommandLine parent, String name) {
    return "unknown command '" + name + "'" + Near.clause(name, parent.getSubcommands().keySet());
  }
}

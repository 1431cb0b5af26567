package dev.lockjaw.cli.option;

import dev.lockjaw.cli.terminal.ColourChoice;
import dev.lockjaw.cli.terminal.ColourConverter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command. */
public final class CommonOptions {
  /** What {@code --color} may be. */
  static final class Colours implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ColourChoice.values()).map(ColourChoice::id).iterator();
    }
  }

  /** Taken note of before parsing; here for its check and its help. */
  @Option(
      names = ColourChoice.OPTION,
      paramLabel = "WHEN",
      converter = ColourConverter.class,
      completionCandidates = Colours.class,
      description = "${COMPLETION-CANDIDATES}; auto is on a terminal, unless NO_COLOR is set.")
  private ColourChoice colour;

  /** Taken note of before parsing; here for its help, and to be told of in results. */
  @Option(
      names = Plugins.OPTION,
      paramLabel = "PATHS",
      description =
          "Jars and class folders with strategies, sessions, scenarios and transports of your own,"
              + " separated by commas.")
  private List<String> plugins = List.of();

  @Option(names = "--debug", description = "Print the stack of an unforeseen failure.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  private boolean help;

  /** The jars and class folders, as they were named. */
  public List<String> plugins() {
    return plugins.stream().flatMap(Plugins::each).toList();
  }

  boolean debug() {
    return debug;
  }
}

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

  /** {@link ColourChoice} reads it before parsing; it is here for its check and its help. */
  @Option(
      names = ColourChoice.OPTION,
      paramLabel = "WHEN",
      converter = ColourConverter.class,
      completionCandidates = Colours.class,
      description =
          "${COMPLETION-CANDIDATES}; auto uses colour on a terminal unless NO_COLOR is set.")
  private ColourChoice colour;

  /** {@link Plugins} reads it before parsing; it is here for its help and for the results. */
  @Option(
      names = Plugins.OPTION,
      paramLabel = "PATHS",
      description =
          "Jars and class folders with your own strategies, sessions, scenarios, transports, oracles"
              + " and report formats, and the libraries they use, separated by commas.")
  private List<String> plugins = List.of();

  @Option(names = "--debug", description = "Print the stack trace of an unexpected failure.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  private boolean help;

  /** The jars and class folders, as the user named them. */
  public List<String> plugins() {
    return plugins.stream().flatMap(Plugins::each).toList();
  }

  boolean debug() {
    return debug;
  }
}

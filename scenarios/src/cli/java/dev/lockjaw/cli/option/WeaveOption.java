package dev.lockjaw.cli.option;

import java.util.List;
import picocli.CommandLine.Option;

/** The option for what is woven of plug-ins. {@link Plugins} reads it before parsing. */
public final class WeaveOption {
  static final String NAME = "--weave";

  @Option(
      names = NAME,
      paramLabel = "PATTERNS",
      description =
          "Also switch threads inside classes of --plugin: com.example.link names a package,"
              + " com.example.link.. also those below it, separated by commas; default:"
              + " the lock strategies of --plugin.")
  private List<String> patterns = List.of();

  /** The patterns, as the user named them. */
  public List<String> patterns() {
    return patterns.stream().flatMap(Plugins::each).toList();
  }
}

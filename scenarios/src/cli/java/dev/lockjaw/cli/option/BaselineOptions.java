package dev.lockjaw.cli.option;

import dev.lockjaw.cli.context.Context;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say what is expected. */
public final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "What is expected, as the command baseline writes it; default: what is known of the"
              + " built-in strategies.")
  private Path file;

  @Option(
      names = "--strict",
      description = "Exit code 1 if a finding that is expected is gone, too.")
  private boolean strict;

  public boolean strict() {
    return strict;
  }

  /** Whether there is more to be said than of a run by itself. */
  public boolean given() {
    return file != null || strict;
  }

  public GivenFiles.Baseline read(Context context) {
    return GivenFiles.baseline(context, file);
  }
}

package dev.lockjaw.cli.option;

import dev.lockjaw.cli.context.Context;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options for the expected verdicts. */
public final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "The expected verdicts, as the command baseline writes them; default: the built-in"
              + " baseline of the built-in strategies.")
  private Path file;

  @Option(
      names = "--strict",
      description = "End with exit code 1 also when an expected finding is gone.")
  private boolean strict;

  public boolean strict() {
    return strict;
  }

  /** Whether the user named an option of this group, so that the gate prints its report. */
  public boolean given() {
    return file != null || strict;
  }

  public GivenFiles.Baseline read(Context context) {
    return GivenFiles.baseline(context, file);
  }
}

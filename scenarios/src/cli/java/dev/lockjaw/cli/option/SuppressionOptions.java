package dev.lockjaw.cli.option;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.reports.baseline.SuppressionsText;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.Suppression;
import dev.lockjaw.result.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for findings of watched programs that are known. */
public final class SuppressionOptions {
  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "Findings that are known, as watch --write-suppressions writes them.")
  private Path file;

  private List<Suppression> known = List.of();

  /** Reads the file, if one is given. */
  public List<Suppression> read(Context context) {
    if (file != null) {
      try {
        known =
            SuppressionsText.parse(
                file.toString(), Files.readString(context.directory().resolve(file)));
      } catch (IOException unreadable) {
        throw new UsageException(
            "cannot read --suppressions "
                + file
                + ": "
                + IoReason.of(unreadable)
                + "; write one with: watch --write-suppressions "
                + file);
      }
    }
    return known;
  }

  /** Says which suppressions match no finding. */
  public void sayUnused(Context context, List<CellLine> cells) {
    List<Finding> findings =
        cells.stream().flatMap(cell -> cell.result().findings().stream()).toList();
    List<Suppression> unused =
        known.stream().filter(one -> findings.stream().noneMatch(one::matches)).toList();
    if (!unused.isEmpty()) {
      context.terminal().say("Suppressions in " + file + " that match no finding:");
      unused.forEach(one -> context.terminal().say("  " + SuppressionsText.brief(one)));
    }
  }
}

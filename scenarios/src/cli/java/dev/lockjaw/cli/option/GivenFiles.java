package dev.lockjaw.cli.option;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.results.RunOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that the user names as input. */
public final class GivenFiles {
  private GivenFiles() {}

  /**
   * A baseline.
   *
   * @param id identifies it in the results
   */
  public record Baseline(Expectations expectations, String id) {
    /**
     * What it says of a run that let stacks crash, if the options in its header say that it did.
     */
    public Baseline forRun(RunOptions options) {
      return options.letCrash() ? new Baseline(expectations.ofCrashes(), id) : this;
    }
  }

  /** The results that a run left in a directory, or that file itself. */
  public static Results results(Path current, Path named) {
    Path path = current.resolve(named);
    Path file = Files.isDirectory(path) ? path.resolve(ResultsFile.NAME) : path;
    if (!Files.exists(file)) {
      throw new UsageException(
          "no results in "
              + named
              + (Files.isDirectory(path) ? ": it has no " + ResultsFile.NAME : ": no such file")
              + "; name the directory of a run, or its "
              + ResultsFile.NAME);
    }
    return ResultsFile.read(file);
  }

  /** What the user named with {@code --baseline}, or the built-in one. */
  public static Baseline baseline(Context context, Path named) {
    if (named == null) {
      return new Baseline(context.expectations(), "built-in");
    }
    try {
      byte[] bytes = Files.readAllBytes(context.directory().resolve(named));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Baseline(
          Expectations.parse(named.toString(), new String(bytes, StandardCharsets.UTF_8)),
          "sha256:" + HexFormat.of().formatHex(digest, 0, 16));
    } catch (IOException unreadable) {
      throw new UsageException(
          "cannot read --baseline "
              + named
              + ": "
              + (Files.isDirectory(context.directory().resolve(named))
                  ? "it is a directory"
                  : IoReason.of(unreadable))
              + "; write one with: "
              + Launcher.COMMAND
              + " baseline RESULTS --to "
              + named);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

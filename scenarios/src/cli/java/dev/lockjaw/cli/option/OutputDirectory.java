package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.reports.results.IoReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The directory for the files of a run. */
public final class OutputDirectory {
  /** Below the current directory. */
  public static final String DEFAULT = "lockjaw-out";

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

  private OutputDirectory() {}

  /**
   * Makes the directory of a new run.
   *
   * @param out as the user named it; null for one named after the time
   */
  public static Path of(Path current, Path out, String resultsFile) {
    return out == null
        ? dated(current, LocalDateTime.now())
        : asked(current.resolve(out), resultsFile);
  }

  /** Makes the directory that the user named. */
  static Path asked(Path directory, String resultsFile) {
    if (Files.exists(directory.resolve(resultsFile))) {
      throw new UsageException(
          "--out "
              + directory
              + " already holds "
              + resultsFile
              + "; name another directory, or continue that run with --resume");
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new UsageException("--out " + directory + " is not a directory; name another");
    }
    return make(directory);
  }

  /** The directory of a run to continue. */
  public static Path resumed(Path directory, String resultsFile) {
    if (!Files.exists(directory.resolve(resultsFile))) {
      throw new UsageException(
          "there is no run to continue in --out "
              + directory
              + ": it has no "
              + resultsFile
              + "; start one without --resume");
    }
    return directory;
  }

  /** Makes a directory named after the time, with a number where that name is taken. */
  static Path dated(Path current, LocalDateTime now) {
    Path parent = make(current.resolve(DEFAULT));
    String name = NAME.format(now);
    for (int i = 1; ; i++) {
      Path directory = parent.resolve(i == 1 ? name : name + '-' + i);
      try {
        return Files.createDirectory(directory);
      } catch (FileAlreadyExistsException taken) {
        // try the next number
      } catch (IOException failed) {
        throw refused(directory, failed);
      }
    }
  }

  private static Path make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException failed) {
      throw refused(directory, failed);
    }
    if (!Files.isWritable(directory)) {
      throw refused(directory, new AccessDeniedException(directory.toString()));
    }
    return directory;
  }

  private static ToolException refused(Path directory, IOException failed) {
    return new ToolException(
        "cannot write to "
            + directory
            + ": "
            + IoReason.of(failed)
            + "; name another directory with --out");
  }
}

package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Results cannot be written to or read from the place that the user named. The message is one line
 * for people.
 */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputException(String message) {
    super(Text.clean(message));
  }

  private OutputException(String message, IOException cause) {
    super(Text.clean(message), cause);
  }

  /**
   * @param what the failed action, such as {@code create the directory}
   */
  static OutputException cannot(String what, Path path, IOException cause) {
    return new OutputException(
        "cannot " + what + " " + path + ": " + IoReason.of(cause) + "; name another with --out",
        cause);
  }

  /** For the file of a run that has begun. */
  static OutputException brokenOff(Path file, IOException cause) {
    return new OutputException(
        "cannot write "
            + file
            + ": "
            + IoReason.of(cause)
            + "; the file keeps the results so far, and --resume continues from there",
        cause);
  }

  static OutputException unreadable(Path path, IOException cause) {
    return new OutputException("cannot read " + path + ": " + IoReason.of(cause), cause);
  }
}

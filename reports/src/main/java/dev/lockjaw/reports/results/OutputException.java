package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Results can't be written or read where they were said to be; the message is one line for the
 * user.
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
   * @param what such as {@code create the directory}
   */
  static OutputException cannot(String what, Path path, IOException cause) {
    return new OutputException(
        "cannot " + what + " " + path + ": " + IoReason.of(cause) + "; give another with --out",
        cause);
  }

  /** For a file of a run under way. */
  static OutputException brokenOff(Path file, IOException cause) {
    return new OutputException(
        "cannot write "
            + file
            + ": "
            + IoReason.of(cause)
            + "; it keeps the results so far, and --resume goes on from there",
        cause);
  }

  static OutputException unreadable(Path path, IOException cause) {
    return new OutputException("cannot read " + path + ": " + IoReason.of(cause), cause);
  }
}

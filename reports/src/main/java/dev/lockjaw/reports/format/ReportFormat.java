package dev.lockjaw.reports.format;

import org.apiguardian.api.API;

/**
 * A file that a run leaves in its directory. Found by {@link java.util.ServiceLoader}, so that a
 * class with {@code @AutoService(ReportFormat.class)} on the class path, or in a plug-in, is
 * written after every run and merge. Stateless.
 *
 * <p>A list of the cells that failed:
 *
 * <pre>{@code
 * @AutoService(ReportFormat.class)
 * public final class FailedCells implements ReportFormat {
 *   @Override
 *   public String file() {
 *     return "failed.txt";
 *   }
 *
 *   @Override
 *   public String text(ReportedRun run) {
 *     return run.cells().stream()
 *         .filter(cell -> cell.result().verdict() == Verdict.FAIL)
 *         .map(cell -> cell.shortName() + "\n")
 *         .collect(Collectors.joining());
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL)
public interface ReportFormat {
  /** The name of the file in the output directory, such as {@code junit.xml}. */
  String file();

  /** Place in lists of the files, low first. */
  default int order() {
    return 1000;
  }

  /** What the file holds, written in UTF-8. */
  String text(ReportedRun run);
}

package dev.lockjaw.reports.format;

import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.run.PluginException;
import dev.lockjaw.run.Services;
import java.util.Comparator;
import java.util.List;

/** Finds report formats. */
public final class ReportFormats {
  private ReportFormats() {}

  /**
   * What is on the class path of {@code loader}, in the order of lists.
   *
   * @throws PluginException with one line for the user, if something on it can't be used
   */
  public static List<ReportFormat> load(ClassLoader loader) {
    List<ReportFormat> found = Services.load(ReportFormat.class, "report format", loader);
    Services.requireNames("report format", found, ReportFormat::file);
    if (found.stream().anyMatch(format -> format.file().equals(ResultsFile.NAME))) {
      throw new PluginException(
          "a report format is named '"
              + ResultsFile.NAME
              + "', which holds the results; rename it");
    }
    return found.stream()
        .sorted(Comparator.comparingInt(ReportFormat::order).thenComparing(ReportFormat::file))
        .toList();
  }
}

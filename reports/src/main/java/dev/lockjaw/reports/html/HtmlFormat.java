package dev.lockjaw.reports.html;

import com.google.auto.service.AutoService;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportedRun;

/** The page of a run as a file. */
@AutoService(ReportFormat.class)
public final class HtmlFormat implements ReportFormat {
  @Override
  public String file() {
    return HtmlReport.NAME;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String text(ReportedRun run) {
    return HtmlReport.of(run.header(), run.cells(), run.wall(), run.sources(), run.replay());
  }
}

package dev.lockjaw.reports.markdown;

import com.google.auto.service.AutoService;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportedRun;

/** The summary of a run as a file. */
@AutoService(ReportFormat.class)
public final class MarkdownFormat implements ReportFormat {
  @Override
  public String file() {
    return SummaryMarkdown.NAME;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String text(ReportedRun run) {
    return SummaryMarkdown.of(run.cells(), run.wall(), run.replay());
  }
}

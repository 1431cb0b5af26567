package dev.lockjaw.reports.sarif;

import com.google.auto.service.AutoService;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportedRun;

/** The findings of a run as a file for code scanning. */
@AutoService(ReportFormat.class)
public final class SarifFormat implements ReportFormat {
  @Override
  public String file() {
    return SarifLog.NAME;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String text(ReportedRun run) {
    return SarifLog.of(run.header(), run.cells(), run.sources(), run.replay());
  }
}

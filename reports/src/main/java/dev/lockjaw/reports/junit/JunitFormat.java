package dev.lockjaw.reports.junit;

import com.google.auto.service.AutoService;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportedRun;

/** A run as a file for CI servers. */
@AutoService(ReportFormat.class)
public final class JunitFormat implements ReportFormat {
  @Override
  public String file() {
    return JunitXml.NAME;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String text(ReportedRun run) {
    return JunitXml.of(run.header(), run.cells(), run.replay());
  }
}

package dev.lockjaw.run;

import dev.lockjaw.arena.Escape;
import dev.lockjaw.monitor.Findings;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import java.util.function.Supplier;

/** A recorded run of which a test says how it ended. */
record EndedRun(
    Findings findings,
    boolean complete,
    List<Escape> escapes,
    List<FinishedSession> sessions,
    List<Stage.Check> checks)
    implements FinishedRun {
  /** One in which every actor reached its end. */
  static EndedRun of(Findings findings, List<FinishedSession> sessions, List<Stage.Check> checks) {
    return new EndedRun(findings, true, List.of(), sessions, checks);
  }

  /** One that ended in an exception. */
  static EndedRun of(Findings findings, Escape escape) {
    return new EndedRun(findings, false, List.of(escape), List.of(), List.of());
  }

  @Override
  public boolean failed() {
    return !findings.isEmpty();
  }

  @Override
  public void report(FindingKind kind, String key, Supplier<Finding> evidence) {
    report(kind, key, 0, evidence);
  }

  @Override
  public void report(FindingKind kind, String key, int step, Supplier<Finding> evidence) {
    findings.report(kind, key, step, true, evidence);
  }
}

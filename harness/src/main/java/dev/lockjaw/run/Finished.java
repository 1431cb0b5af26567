package dev.lockjaw.run;

import dev.lockjaw.arena.Arena;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.monitor.Resources;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import java.util.function.Supplier;

/** A run on an arena, for oracles to judge. */
record Finished(Arena arena, List<FinishedSession> sessions, List<Stage.Check> checks)
    implements FinishedRun {
  @Override
  public boolean complete() {
    return arena.complete();
  }

  @Override
  public boolean failed() {
    return !arena.findings().isEmpty();
  }

  @Override
  public List<Escape> escapes() {
    return arena.escapes();
  }

  @Override
  public List<Resources.Kept> kept(FinishedSession session) {
    return arena.resources().kept(session.name());
  }

  @Override
  public void report(FindingKind kind, String key, Supplier<Finding> evidence) {
    arena.report(kind, key, evidence);
  }

  @Override
  public void report(FindingKind kind, String key, int step, Supplier<Finding> evidence) {
    arena.findings().report(kind, key, step, arena.recording(), evidence);
  }
}

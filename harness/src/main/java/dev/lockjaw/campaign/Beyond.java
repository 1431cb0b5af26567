package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Times;

/** A cell that has passed within the bound, and then was run at random beyond it. */
final class Beyond {
  private Beyond() {}

  /** The result of both together. */
  static CellResult join(CellResult bound, CellResult random) {
    return new CellResult(
        bound.id(),
        bound.mode(),
        random.verdict(),
        bound.extent(),
        join(bound.counts(), random.counts()),
        join(bound, random.times()),
        bound.seed(),
        random.findings(),
        random.ending());
  }

  private static Counts join(Counts bound, Counts random) {
    return new Counts(
        bound.schedules() + random.schedules(),
        bound.pruned(),
        random.failing(),
        bound.races() + random.races(),
        random.random(),
        bound.reused() + random.reused());
  }

  private static Times join(CellResult bound, Times random) {
    Times both =
        Times.elapsed(bound.times().elapsedMs() + random.elapsedMs())
            .withConnect(bound.times().connectMs() + random.connectMs());
    return random.firstFindingSchedule() < 0
        ? both
        : both.withFirstFinding(
            bound.counts().schedules() + random.firstFindingSchedule(),
            bound.times().elapsedMs() + random.firstFindingMs());
  }
}

package dev.lockjaw.run;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.Arena;
import dev.lockjaw.arena.OutsideThread;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Step;
import dev.lockjaw.stress.StressRun;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.OutsideThreads;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cell, run once on fresh sessions.
 *
 * @param sightings what the oracles saw
 * @param raced whether two threads met in a TLS stack
 * @param decisions how many times more than one actor could move
 * @param steps how many were taken
 * @param foreignBlocks times that an actor was taken for blocked in foreign code
 * @param connectNanos time that making and establishing the sessions took
 * @param reused connections that got a TLS session of an earlier run
 * @param interleaving the steps, if the trial recorded; else empty
 * @param outsideThread one that entered a session; usually empty
 */
public record Trial(
    List<Sighting> sightings,
    boolean raced,
    int decisions,
    int steps,
    int foreignBlocks,
    long connectNanos,
    int reused,
    List<Step> interleaving,
    Optional<OutsideThread> outsideThread) {
  private static final Set<FindingKind> STUCK =
      EnumSet.of(FindingKind.STALL, FindingKind.DEADLOCK, FindingKind.BLOCKED_IO_UNDER_LOCK);

  /**
   * Runs one interleaving.
   *
   * @param recording whether to keep stacks and the interleaving
   * @throws IOException if the sessions could not be made
   */
  public static Trial run(
      Cell cell, EndpointPairs pairs, ActorThreads workers, Chooser chooser, boolean recording)
      throws IOException {
    return run(cell, pairs, workers, chooser, recording, cell.woven() ? new Learned() : null);
  }

  /**
   * Runs one interleaving.
   *
   * @param pairs TLS endpoints; fresh ones for evidence
   * @param learned where woven code is known to be met at, which is added to; null if none is woven
   */
  public static Trial run(
      Cell cell,
      EndpointPairs pairs,
      ActorThreads workers,
      Chooser chooser,
      boolean recording,
      Learned learned)
      throws IOException {
    OutsideThreads.drives();
    try (ControlledRun run =
        new ControlledRun(
            workers,
            recording,
            cell.conditions().mutex(),
            learned,
            !cell.conditions().allowed().contains(FindingKind.DATA_RACE))) {
      if (cell.awaitsThreads()) {
        run.awaitThreads();
      }
      Stage stage = new Stage(run, cell, pairs);
      run.open(() -> cell.scenario().arrange(stage));
      play(cell, stage, workers, run, () -> run.execute(chooser));
      return new Trial(
          allowed(cell, run.findings().sightings(), run.races()),
          run.raced(),
          run.decisions(),
          run.steps(),
          run.foreignBlocks(),
          stage.connectNanos(),
          stage.reused(),
          recording ? run.interleaving(run.steps()) : List.of(),
          outsideThread(cell, workers, run));
    }
  }

  /**
   * Lets the threads run free once.
   *
   * @param seed of their jitter
   * @throws IOException if the sessions could not be made
   */
  public static Trial stress(Cell cell, EndpointPairs pairs, ActorThreads workers, long seed)
      throws IOException {
    try (StressRun run = new StressRun(workers, seed, true, cell.conditions().mutex())) {
      Stage stage = new Stage(run, cell, pairs);
      cell.scenario().arrange(stage);
      play(cell, stage, workers, run, run::execute);
      return new Trial(
          allowed(cell, run.findings().sightings(), List.of()),
          run.raced(),
          0,
          0,
          0,
          stage.connectNanos(),
          stage.reused(),
          List.of(),
          outsideThread(cell, workers, run));
    }
  }

  /**
   * What is a finding in a cell. Data races come last, and only now, so that no oracle takes what
   * it sees for their consequence.
   */
  private static List<Sighting> allowed(Cell cell, List<Sighting> seen, List<Sighting> races) {
    return Stream.of(seen, races)
        .flatMap(List::stream)
        .filter(sighting -> !cell.conditions().allowed().contains(sighting.kind()))
        .toList();
  }

  private static void play(
      Cell cell, Stage stage, ActorThreads workers, Arena run, Runnable execute) {
    int lost = workers.lost();
    execute.run();
    FinishedRun finished = stage.finished();
    cell.oracles().forEach(oracle -> oracle.judge(finished));
    if (workers.lost() == lost) { // else a thread may still be inside a session
      stage.giveBack(!finished.failed() && finished.complete() && !run.raced());
    }
  }

  /** A thread outside of the run that entered one of its sessions. */
  private static Optional<OutsideThread> outsideThread(Cell cell, ActorThreads workers, Arena run) {
    if (!cell.prunable()) { // else Lockjaw's own, whose threads are all the run's
      workers.outsideThreads().settle(cell.id().text(), run);
    }
    return run.outsideThread();
  }

  public boolean failed() {
    return !sightings.isEmpty();
  }

  /** Whether anything was seen that is more than a data race. */
  public boolean failedVisibly() {
    return sightings.stream().anyMatch(sighting -> sighting.kind() != FindingKind.DATA_RACE);
  }

  /** Whether a thread has stayed in its body. */
  public boolean stuck() {
    return sightings.stream().anyMatch(sighting -> STUCK.contains(sighting.kind()));
  }
}

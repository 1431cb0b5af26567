package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * A schedule run again, with evidence.
 *
 * @param findings what it showed
 * @param fits whether the code still goes the way the schedule says
 * @param interleaving all steps
 * @param foreignBlocks times that a thread was blocked in a lock that the run knows nothing of
 */
public record ScheduleReplay(
    List<Found> findings, boolean fits, List<Step> interleaving, int foreignBlocks)
    implements Serializable {
  /**
   * A finding, and what it is counted by.
   *
   * @param signature equal for two findings of what is one fault
   */
  public record Found(String signature, Finding finding) implements Serializable {}

  /** Runs of one schedule at the most, where the JVM has a say in how it goes. */
  static final int MOST_TRIES = 25;

  /**
   * Runs one. Takes the default wherever the schedule no longer fits.
   *
   * @param wanted what to run it for again, where threads block in foreign locks: who gets one of
   *     those is not always up to the schedule
   */
  static ScheduleReplay run(
      Cell cell,
      Tls tls,
      ActorThreads workers,
      Schedule schedule,
      Predicate<Found> wanted,
      FlightRecorder recorder)
      throws IOException {
    ScheduleReplay replay = once(cell, tls, workers, schedule, recorder);
    for (int i = 1; i < MOST_TRIES && replay.foreignBlocks > 0; i++) {
      if (replay.findings().stream().anyMatch(wanted)) {
        break;
      }
      replay = once(cell, tls, workers, schedule, recorder);
    }
    return replay;
  }

  private static ScheduleReplay once(
      Cell cell, Tls tls, ActorThreads workers, Schedule schedule, FlightRecorder recorder)
      throws IOException {
    Follower follower = new Follower(schedule);
    recorder.begins();
    Trial trial = Trial.run(cell, tls, workers, new Recorded(follower, recorder), true);
    String token = cell.token(schedule).text();
    List<Found> found =
        trial.sightings().stream().map(sighting -> found(sighting, token, trial)).toList();
    return new ScheduleReplay(found, follower.fits(), trial.interleaving(), trial.foreignBlocks());
  }

  private static Found found(Sighting sighting, String token, Trial trial) {
    List<Step> steps = trial.interleaving();
    List<Step> shown = steps.subList(0, Math.min(sighting.step(), steps.size()));
    return new Found(sighting.signature(), sighting.evidence().shownBy(token, List.copyOf(shown)));
  }

  /** Replays a schedule of a cell, with everything made for the purpose. */
  public static ScheduleReplay of(Cell cell, Schedule schedule) throws IOException {
    try (InThisJvm runner = new InThisJvm()) {
      return runner.replay(cell, schedule);
    }
  }
}

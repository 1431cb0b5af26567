package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.woven.Learned;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * A second run of a schedule, with evidence.
 *
 * @param findings what it showed
 * @param fits whether the code still follows the schedule
 * @param interleaving all steps
 * @param foreignBlocks how many times a thread blocked in a lock that the run does not know
 */
public record ScheduleReplay(
    List<Found> findings, boolean fits, List<Step> interleaving, int foreignBlocks)
    implements Serializable {
  /**
   * A finding with its signature.
   *
   * @param signature equal for two findings of one fault
   */
  public record Found(String signature, Finding finding) implements Serializable {}

  /** The most runs of one schedule, if the JVM decides part of it. */
  static final int MOST_TRIES = 25;

  /**
   * Runs a schedule. Takes the default wherever the schedule no longer fits.
   *
   * @param wanted the finding for which to repeat the run if threads block in foreign locks,
   *     because the schedule does not always decide which thread gets one
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
    Follower follower;
    Trial trial;
    EndpointPairs pairs = EndpointPairs.fresh(tls);
    Learned learned = cell.woven() ? new Learned() : null;
    do { // until it is known at which places threads meet, as only those are shown
      follower = new Follower(schedule);
      recorder.begins();
      trial = Trial.run(cell, pairs, workers, new Recorded(follower, recorder), true, learned);
    } while (learned != null && learned.more());
    String token = cell.token(schedule).text();
    Trial last = trial;
    List<Found> found =
        trial.sightings().stream().map(sighting -> found(sighting, token, last)).toList();
    return new ScheduleReplay(found, follower.fits(), trial.interleaving(), trial.foreignBlocks());
  }

  private static Found found(Sighting sighting, String token, Trial trial) {
    List<Step> steps = trial.interleaving();
    List<Step> shown = Repeats.once(steps.subList(0, Math.min(sighting.step(), steps.size())));
    return new Found(sighting.signature(), sighting.evidence().shownBy(token, List.copyOf(shown)));
  }

  /** Replays a schedule of a cell with new threads and a new TLS stack. */
  public static ScheduleReplay of(Cell cell, Schedule schedule) throws IOException {
    try (InThisJvm runner = new InThisJvm()) {
      return runner.replay(cell, schedule);
    }
  }
}

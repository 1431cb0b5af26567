package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Forks;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.woven.Learned;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
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
  public record Found(String signature, Finding finding) implements Serializable {
    Found beside(Passing passing) {
      return new Found(signature, finding.beside(passing));
    }
  }

  /** The most runs of one schedule, if the JVM decides part of it. */
  static final int MOST_TRIES = 25;

  /** What a run needs besides its schedule. */
  record Means(
      Cell cell, Tls tls, EndpointPairs pairs, ActorThreads workers, FlightRecorder recorder) {
    /**
     * Runs a schedule until it is known at which places threads meet, as only those are shown.
     *
     * @param from the TLS endpoints
     * @param learned where woven code is known to be met at, which is added to; null if none is
     */
    Followed follow(Schedule schedule, EndpointPairs from, boolean recording, Learned learned)
        throws IOException {
      Forks forks;
      Trial trial;
      do {
        forks = new Forks(schedule);
        recorder.begins();
        trial = Trial.run(cell, from, workers, new Recorded(forks, recorder), recording, learned);
      } while (learned != null && learned.more());
      return new Followed(forks, trial);
    }
  }

  /** One run, and what else could have been chosen in it. */
  record Followed(Forks forks, Trial trial) {}

  /** One run with evidence. */
  private record Once(ScheduleReplay replay, Followed run, Learned learned) {}

  /**
   * Runs a schedule. Takes the default wherever the schedule no longer fits.
   *
   * @param wanted the finding for which to repeat the run if threads block in foreign locks,
   *     because the schedule does not always decide which thread gets one
   * @param comparing whether to look for the passing interleavings nearest to what is wanted
   */
  static ScheduleReplay run(
      Means means, Schedule schedule, Predicate<Found> wanted, boolean comparing)
      throws IOException {
    Once once = once(means, schedule);
    for (int i = 1; i < MOST_TRIES && once.replay.foreignBlocks > 0; i++) {
      if (once.replay.findings().stream().anyMatch(wanted)) {
        break;
      }
      once = once(means, schedule);
    }
    return comparing && !means.cell.conditions().letCrash()
        ? compared(means, once, wanted)
        : once.replay;
  }

  private static Once once(Means means, Schedule schedule) throws IOException {
    Learned learned = means.cell.woven() ? new Learned() : null;
    Followed run = means.follow(schedule, EndpointPairs.fresh(means.tls), true, learned);
    Trial trial = run.trial;
    String token = means.cell.token(schedule).text();
    List<Found> found =
        trial.sightings().stream().map(sighting -> found(sighting, token, trial)).toList();
    return new Once(
        new ScheduleReplay(found, run.forks.fits(), trial.interleaving(), trial.foreignBlocks()),
        run,
        learned);
  }

  private static Found found(Sighting sighting, String token, Trial trial) {
    List<Step> steps = trial.interleaving();
    List<Step> shown = Repeats.once(steps.subList(0, Math.min(sighting.step(), steps.size())));
    return new Found(sighting.signature(), sighting.evidence().shownBy(token, List.copyOf(shown)));
  }

  private static ScheduleReplay compared(Means means, Once once, Predicate<Found> wanted)
      throws IOException {
    NearestPass nearest = new NearestPass(means, once.learned);
    List<Found> findings = new ArrayList<>(once.replay.findings);
    for (int i = 0; i < findings.size(); i++) {
      Found found = findings.get(i);
      boolean race = found.finding().kind() == FindingKind.DATA_RACE; // is there in any order
      if (!race && wanted.test(found)) {
        List<Schedule> others =
            once.run.forks.alternatives(once.run.trial.sightings().get(i).step(), NearestPass.MOST);
        findings.set(i, found.beside(nearest.to(found.finding().interleaving(), others)));
      }
    }
    return new ScheduleReplay(
        findings, once.replay.fits, once.replay.interleaving, once.replay.foreignBlocks);
  }

  /** Replays a schedule of a cell with new threads and a new TLS stack. */
  public static ScheduleReplay of(Cell cell, Schedule schedule) throws IOException {
    try (InThisJvm runner = new InThisJvm()) {
      return runner.replay(cell, schedule, true);
    }
  }

  /** As {@link #of}, without passing interleavings beside what it finds. */
  public static ScheduleReplay again(Cell cell, Schedule schedule) throws IOException {
    try (InThisJvm runner = new InThisJvm()) {
      return runner.replay(cell, schedule, false);
    }
  }
}

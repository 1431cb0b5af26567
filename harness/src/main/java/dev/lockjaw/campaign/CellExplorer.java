package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.explore.choice.PriorityChooser;
import dev.lockjaw.explore.choice.RandomChooser;
import dev.lockjaw.explore.choice.SamplingChooser;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.woven.Learned;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Explores one cell: all interleavings within the bound, fewest preemptions first, or random ones
 * for a time. Within the bound it continues after a finding, so that the result shows each kind of
 * fault and how many interleavings show one. Then it runs the simplest interleaving of each fault
 * once more and keeps its evidence.
 */
final class CellExplorer {
  /** How many threads may be lost in foreign deadlocks before the cell is given up. */
  private static final int MOST_LOST_THREADS = 200;

  /** The limit once a finding explains why they are lost. */
  private static final int MOST_LOST_WITH_FINDING = 16;

  /** The preemptions of a schedule that was drawn at random: more than any bound. */
  private static final int RANDOM = Integer.MAX_VALUE;

  private final Cell cell;
  private final Tls tls;
  private final EndpointPairs pairs;
  private final ActorThreads workers;
  private final Limits limits;
  private final RunControl watch;
  private final FlightRecorder recorder;
  private final Tally tally;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  /** Where woven code is known to be met at; null if no code is woven. */
  private final Learned learned;

  /** Whether steps say all that they touch. */
  private boolean prunable;

  private long random;
  private int longest;
  private long unfollowed;
  private boolean again;
  private Ending ending;
  private Ending unproven;
  private final Limits half;
  private boolean halfway;
  private final StuckTime stuck = new StuckTime();

  /** The simplest known schedule that shows a fault. */
  private record Candidate(FindingKind kind, Schedule schedule, int preemptions, int step) {
    boolean isRace() {
      return kind == FindingKind.DATA_RACE;
    }

    boolean isRandom() {
      return preemptions == RANDOM;
    }

    boolean simplerThan(Candidate other) {
      return preemptions != other.preemptions ? preemptions < other.preemptions : step < other.step;
    }
  }

  CellExplorer(
      Cell cell,
      Tls tls,
      ActorThreads workers,
      Limits limits,
      RunControl watch,
      FlightRecorder recorder) {
    this.cell = cell;
    this.tls = tls;
    this.pairs = EndpointPairs.of(tls, cell.reusesSessions());
    this.workers = workers;
    this.limits = limits;
    this.watch = watch;
    this.recorder = recorder;
    this.tally = new Tally(cell, limits);
    // a whole test is seldom exhausted, so that some time is kept for the rest of its interleavings
    boolean shared = cell.awaitsThreads() && limits.deadline() != Long.MAX_VALUE;
    this.half = shared ? limits.within(limits.left() / 2) : limits;
    this.learned = cell.woven() ? new Learned() : null;
    this.prunable = cell.prunable() || cell.woven();
  }

  CellResult explore() throws IOException {
    try (pairs) {
      return exploreAll();
    }
  }

  private CellResult exploreAll() throws IOException {
    if (learned != null) {
      run(new Follower(Schedule.DEFAULT)); // initialises classes, which happens once
    }
    return limits.random() ? atRandom() : withinTheBound();
  }

  private CellResult withinTheBound() throws IOException {
    Explorer explorer;
    boolean exhausted;
    do {
      tally.again();
      unfollowed = 0;
      again = false;
      explorer = new Explorer(limits.preemptions(), limits.prune() && prunable, !prunable);
      exhausted = exhaust(explorer);
    } while (again && !enough() && !stops());
    if (halfway) {
      searchAtRandom();
    }
    return result(exhausted, explorer.pruned(), exhausted ? Ending.COMPLETE : ending);
  }

  private CellResult result(boolean exhausted, long pruned, Ending ending) throws IOException {
    List<Finding> findings = outsideThread() ? List.of() : evidence();
    Extent extent = new Extent(limits.preemptions(), exhausted);
    Counts counts = tally.counts().withPruned(pruned).withRandom(random);
    return unproven == null
        ? tally.result(extent, counts, findings, ending)
        : tally.error(extent, counts, findings, unproven);
  }

  private boolean outsideThread() {
    return unproven != null && unproven.is(EndingKind.OUTSIDE_THREAD);
  }

  private boolean exhaust(Explorer explorer) throws IOException {
    int lost = workers.lost();
    while (!enough()) {
      if (workers.lost() - lost
          > (foundNoMoreThanRaces() ? MOST_LOST_THREADS : MOST_LOST_WITH_FINDING)) {
        ending =
            new Ending(
                EndingKind.LOST_THREADS,
                "gave up: too many threads are stuck in locks of foreign code");
        return false;
      }
      if (tally.run() > 0 && stuck.past(!foundNoMoreThanRaces())) {
        ending = stuck.ending(workers.lostIn());
        unproven = foundNoMoreThanRaces() ? ending : null;
        return false;
      }
      if (stops()) {
        return false;
      }
      if (!explorer.advance()) {
        if (unfollowed > 0) {
          ending = unfollowed(explorer.schedules());
        }
        return unfollowed == 0;
      }
      Trial trial = follow(explorer);
      if (trial.outsideThread().isPresent()) {
        return false;
      }
      if (learned != null && (learned.more() || prunable && trial.foreignBlocks() > 0)) {
        count(trial, explorer::schedule, explorer.preemptions());
        prunable &= trial.foreignBlocks() == 0;
        again = true;
        return false;
      }
      boolean users = learned != null || !cell.prunable() && trial.foreignBlocks() > 0;
      if (!explorer.faithful() && users) {
        unfollowed++;
        continue;
      }
      if (!explorer.faithful()) {
        unproven =
            notDeterministic(
                "schedule "
                    + explorer.schedule().text()
                    + " could not be followed a second time"
                    + (trial.foreignBlocks() > 0 ? ", after a block in foreign code" : ""));
        return false;
      }
      count(trial, explorer::schedule, explorer.preemptions());
    }
    return false;
  }

  private static Ending notDeterministic(String how) {
    return new Ending(EndingKind.NOT_DETERMINISTIC, "not deterministic: " + how);
  }

  private static Ending unseen(String fault, Schedule schedule) {
    return notDeterministic(
        fault + " was seen under schedule " + schedule.text() + " and not when that was run again");
  }

  private Ending unfollowed(long schedules) {
    return new Ending(
        EndingKind.NOT_FOLLOWED,
        unfollowed
            + " of "
            + schedules
            + " interleavings could not be followed: "
            + (prunable
                ? "what the session does depends on something besides the order of its threads, such"
                    + " as a static field that outlives it"
                : "the JVM decides which thread gets a lock that is released; locks of Opening.lock"
                    + " follow the schedule"));
  }

  private Trial run(Chooser chooser) throws IOException {
    recorder.begins();
    int lost = workers.lost();
    long begun = System.nanoTime();
    Trial trial = Trial.run(cell, pairs, workers, new Recorded(chooser, recorder), false, learned);
    if (!cell.prunable() && (trial.stuck() || workers.lost() > lost)) {
      stuck.add(System.nanoTime() - begun);
    }
    recorder.ends(trial.failed(), trial.raced());
    watch.ran(1);
    trial.outsideThread().ifPresent(thread -> unproven = Ending.outsideThread(thread.text()));
    return trial;
  }

  /**
   * Runs the explorer's interleaving. If a thread releases one of the user's locks and takes it
   * again while another waits for it, the JVM and the machine decide which thread gets it. Such an
   * interleaving is repeated until it goes as it went before.
   */
  private Trial follow(Explorer explorer) throws IOException {
    Trial trial = run(explorer);
    for (int i = 1;
        i < ScheduleReplay.MOST_TRIES && !explorer.faithful() && trial.foreignBlocks() > 0;
        i++) {
      explorer.again();
      trial = run(explorer);
    }
    return trial;
  }

  private boolean enough() {
    if (watch.cancelled()) {
      ending =
          new Ending(EndingKind.INTERRUPTED, "interrupted after " + tally.run() + " schedules");
      return true;
    }
    halfway = half != limits && half.past();
    if (halfway || limits.past()) {
      ending =
          new Ending(
              EndingKind.BUDGET, "cut short by the budget after " + tally.run() + " schedules");
      return true;
    }
    return false;
  }

  /** Whether a finding ends the exploration, as it does that of a whole test. */
  private boolean stops() {
    boolean stops = cell.awaitsThreads() && !foundNoMoreThanRaces();
    if (stops) {
      ending = new Ending(EndingKind.FIRST_FINDING, "stopped at the first finding");
    }
    return stops;
  }

  private boolean foundNoMoreThanRaces() {
    return candidates.values().stream().allMatch(Candidate::isRace);
  }

  private CellResult atRandom() throws IOException {
    searchAtRandom();
    return result(false, 0, Ending.COMPLETE);
  }

  private void searchAtRandom() throws IOException {
    while (foundNoMoreThanRaces() && unproven == null && !limits.past() && !watch.cancelled()) {
      long seed = limits.seed() * 1_000_003 + cell.id().text().hashCode() + random;
      RandomChooser chooser =
          random % 2 == 0 ? new SamplingChooser(seed) : new PriorityChooser(seed, longest);
      Trial trial = run(chooser);
      random++;
      count(trial, chooser::schedule, RANDOM);
    }
  }

  private void count(Trial trial, Supplier<Schedule> schedule, int preemptions) {
    tally.count(trial);
    longest = Math.max(longest, trial.decisions());
    for (Sighting sighting : trial.sightings()) {
      Candidate candidate =
          new Candidate(sighting.kind(), schedule.get(), preemptions, sighting.step());
      candidates.merge(
          sighting.signature(),
          candidate,
          (known, later) -> later.simplerThan(known) ? later : known);
    }
  }

  /** A schedule of a fault that is short enough to be read. */
  private Schedule shortest(String signature, Candidate fault) throws IOException {
    if (!fault.isRandom() || fault.isRace()) {
      return fault.schedule();
    }
    Minimiser minimiser =
        new Minimiser(
            chooser ->
                run(chooser).sightings().stream()
                    .anyMatch(sighting -> sighting.signature().equals(signature)));
    return minimiser.shorten(fault.schedule());
  }

  /**
   * Runs the simplest schedule of each fault again, and keeps its evidence. Data races come last,
   * as they matter least.
   */
  private List<Finding> evidence() throws IOException {
    ScheduleReplay.Means means = new ScheduleReplay.Means(cell, tls, pairs, workers, recorder);
    List<Finding> findings = new ArrayList<>();
    List<Map.Entry<String, Candidate>> faults = new ArrayList<>(candidates.entrySet());
    faults.sort(Comparator.comparing(fault -> fault.getValue().isRace()));
    for (Map.Entry<String, Candidate> fault : faults) {
      Schedule schedule = shortest(fault.getKey(), fault.getValue());
      Predicate<ScheduleReplay.Found> same = found -> found.signature().equals(fault.getKey());
      ScheduleReplay.run(means, schedule, same, true).findings().stream()
          .filter(same)
          .findFirst()
          .ifPresentOrElse(
              found -> findings.add(found.finding()),
              () -> {
                if (!fault.getValue().isRace() || prunable && !learned.metOutsideThreads()) {
                  unproven = unseen(fault.getKey(), schedule);
                } // else threads may have been ordered by what the run does not know of
              });
    }
    return findings;
  }
}

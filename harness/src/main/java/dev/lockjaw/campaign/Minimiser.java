package dev.lockjaw.campaign;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.LooseFollower;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Schedule.Deviation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Shortens a schedule that was found at random: it leaves out choices, in pieces of half of them, a
 * quarter, and so on, the last ones first, as long as the fault shows without them (after Zeller
 * and Hildebrandt, Simplifying and isolating failure-inducing input, 2002). One thread.
 */
final class Minimiser {
  /** No run is begun after this time. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Run run;
  private final long begun = System.nanoTime();

  /** Runs what is explored. */
  @FunctionalInterface
  interface Run {
    /** Whether the fault shows. */
    boolean shows(Chooser chooser) throws IOException;
  }

  Minimiser(Run run) {
    this.run = run;
  }

  /** A schedule that shows the fault, too; the same if none of fewer choices was found. */
  Schedule shorten(Schedule schedule) throws IOException {
    Schedule best = schedule;
    int piece = size(best) / 2;
    while (piece > 0 && !late()) {
      int before = size(best);
      best = without(best, piece);
      piece = size(best) < before ? Math.min(piece, size(best) / 2) : piece / 2;
    }
    return size(best) == 1 ? withoutLast(best) : best;
  }

  private Schedule withoutLast(Schedule best) throws IOException {
    Schedule none = tried(List.of());
    return none == null ? best : none;
  }

  private Schedule without(Schedule schedule, int piece) throws IOException {
    Schedule best = schedule;
    for (int end = size(best); end > 0 && !late(); ) {
      int start = Math.max(0, end - piece);
      List<Deviation> rest = new ArrayList<>(best.deviations());
      rest.subList(start, end).clear();
      Schedule shorter = tried(rest);
      best = shorter == null ? best : shorter;
      end = Math.min(start, size(best));
    }
    return best;
  }

  private Schedule tried(List<Deviation> deviations) throws IOException {
    LooseFollower chooser = new LooseFollower(deviations);
    return run.shows(chooser) ? chooser.schedule() : null;
  }

  private boolean late() {
    return System.nanoTime() - begun > LONGEST_NANOS;
  }

  private static int size(Schedule schedule) {
    return schedule.deviations().size();
  }
}

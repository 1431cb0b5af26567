package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;

/**
 * What a cell came to. Times are in milliseconds.
 *
 * @param mode {@code explore} or {@code stress}, or the tool of others that ran it: {@code
 *     jcstress} or {@code lincheck}
 * @param seed of what is random
 * @param schedules interleavings run; under stress, iterations; of those tools, samples or
 *     invocations
 * @param pruned interleavings left out as equivalent to others
 * @param failing of {@code schedules}, those that showed a finding
 * @param races of {@code schedules}, those in which two threads met in a TLS stack
 * @param random of {@code schedules}, those drawn at random after the bound was exhausted
 * @param exhausted whether all interleavings within the bound were run
 * @param preemptions the bound
 * @param elapsedMs wall time of the cell
 * @param connectMs of that, the time that making and establishing fresh sessions took
 * @param firstFindingMs from the start of the cell, or -1
 * @param firstFindingSchedule from 1, or -1
 * @param findings distinct faults, each as explored with the schedule that shows it in the fewest
 *     preemptions, and under stress as it was first seen
 * @param reason why the cell was skipped, cut short or an error, or how far a tool of others went;
 *     else null
 */
public record CellResult(
    String scenario,
    String strategy,
    String transport,
    String protocol,
    String mode,
    long seed,
    Verdict verdict,
    long schedules,
    long pruned,
    long failing,
    long races,
    long random,
    boolean exhausted,
    int preemptions,
    double elapsedMs,
    double connectMs,
    double firstFindingMs,
    long firstFindingSchedule,
    List<Finding> findings,
    String reason)
    implements Serializable {

  /** Nanoseconds as results have them. */
  public static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }

  /** What one of its runs is called in its mode. */
  public String unit() {
    return switch (mode) {
      case "explore" -> "interleaving";
      case "jcstress" -> "sample";
      case "lincheck" -> "invocation";
      default -> "iteration";
    };
  }

  /** Names the cell within a run. */
  public String name() {
    return scenario + '/' + strategy + '/' + transport + '/' + protocol;
  }
}

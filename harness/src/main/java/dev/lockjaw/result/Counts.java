package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * How often a cell was run, and how often it failed. What one run is depends on the mode: see
 * {@link Mode#unit}.
 *
 * @param schedules runs of the cell
 * @param pruned interleavings that were left out because they are equivalent to others
 * @param failing runs that showed a finding; if any showed more than a data race, only those
 * @param races runs in which two threads met in a TLS stack
 * @param random runs of random interleavings, after the bound was exhausted
 * @param reused connections in these runs that got a TLS session which an earlier run left unhurt
 */
@API(status = API.Status.STABLE)
public record Counts(
    long schedules, long pruned, long failing, long races, long random, long reused)
    implements Serializable {
  /** A cell that was not run. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  /** Runs in which every connection got a fresh TLS session. */
  public Counts(long schedules, long pruned, long failing, long races, long random) {
    this(schedules, pruned, failing, races, random, 0);
  }

  /** Some runs, of which some failed. */
  public static Counts of(long schedules, long failing) {
    return new Counts(schedules, 0, failing, 0, 0, 0);
  }

  /** These counts with a number of races. */
  public Counts withRaces(long number) {
    return new Counts(schedules, pruned, failing, number, random, reused);
  }

  /** These counts with a number of pruned interleavings. */
  public Counts withPruned(long number) {
    return new Counts(schedules, number, failing, races, random, reused);
  }

  /** These counts, of which a number were random. */
  public Counts withRandom(long number) {
    return new Counts(schedules, pruned, failing, races, number, reused);
  }

  /** These counts, with a number of connections that got a TLS session of an earlier run. */
  public Counts withReused(long number) {
    return new Counts(schedules, pruned, failing, races, random, number);
  }
}

package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The result of one cell. Users read results; only Lockjaw makes them, so that a later version can
 * add components. Immutable; any thread.
 *
 * @param mode how it was run
 * @param extent how much of it was explored
 * @param seed of what is random
 * @param findings distinct faults: explored, each with the schedule that shows it in the fewest
 *     preemptions; under stress, each as it was first seen
 * @param ending why the cell ended
 */
@API(status = API.Status.STABLE)
public record CellResult(
    CellId id,
    Mode mode,
    Verdict verdict,
    Extent extent,
    Counts counts,
    Times times,
    long seed,
    List<Finding> findings,
    Ending ending)
    implements Serializable {

  /** The result of a cell that was not run. */
  public static CellResult skipped(CellId id, Mode mode, Ending why) {
    return without(id, mode, Verdict.SKIPPED, why);
  }

  /** The result of a cell at which Lockjaw failed. */
  public static CellResult error(CellId id, Mode mode, String why) {
    return error(id, mode, Ending.toolFailed(why));
  }

  /** The result of a cell that could not be judged. */
  public static CellResult error(CellId id, Mode mode, Ending why) {
    return without(id, mode, Verdict.ERROR, why);
  }

  private static CellResult without(CellId id, Mode mode, Verdict verdict, Ending why) {
    return new CellResult(
        id, mode, verdict, Extent.NONE, Counts.NONE, Times.NONE, 0, List.of(), why);
  }
}

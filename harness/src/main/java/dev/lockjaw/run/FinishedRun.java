package dev.lockjaw.run;

import dev.lockjaw.arena.Escape;
import dev.lockjaw.monitor.Resources;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** One run of a cell, after its last step, as an {@link Oracle} sees it. Used by one thread. */
@API(status = API.Status.EXPERIMENTAL)
public interface FinishedRun {
  /** Whether every actor reached its end. If not, something stopped them and was reported. */
  boolean complete();

  /** Whether anything was reported so far. */
  boolean failed();

  /** The exceptions in which actors ended. */
  List<Escape> escapes();

  /** The sessions that Lockjaw guarded, in the order in which they were made. */
  List<FinishedSession> sessions();

  /** What a session has taken and not given back. */
  default List<Resources.Kept> kept(FinishedSession session) {
    return List.of();
  }

  /** What the scenario has to look at once every actor has reached its end. */
  List<Stage.Check> checks();

  /** Reports a fault that has no more evidence than its message, which is the same every time. */
  default void report(FindingKind kind, String message) {
    report(kind, message, () -> new Finding(kind, message, List.of(), null));
  }

  /**
   * Reports a fault.
   *
   * @param key the same for every sighting of the same fault; faults are counted by it
   * @param evidence called only if the run is recorded
   */
  void report(FindingKind kind, String key, Supplier<Finding> evidence);

  /**
   * Reports a fault that showed before the run was over.
   *
   * @param step how many steps the run had taken, as in {@link Escape#step}
   */
  void report(FindingKind kind, String key, int step, Supplier<Finding> evidence);
}

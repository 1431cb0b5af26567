package dev.lockjaw.arena;

import dev.lockjaw.monitor.Findings;
import dev.lockjaw.monitor.Resources;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.sync.Sync;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run of a scenario, however its threads are driven. A stage arranges the scenario on it, and
 * the oracles query it.
 */
public interface Arena extends Sync, Witness {
  /** Adds an actor. Call it before the run starts, or from an actor of this run. */
  void actor(String name, Body body);

  /**
   * Adds an actor that begins when every other one has ended, if none of them failed. Call it
   * before the run starts.
   */
  void afterwards(String name, Body body);

  /** How often an executor has refused a task of the calling thread; 0 outside of the run. */
  int refusals();

  /** The first thread outside of the run that entered a session. */
  Optional<OutsideThread> outsideThread();

  Findings findings();

  /** The number of steps so far. */
  @Override
  int steps();

  /**
   * The executors of this run, oldest first. An executor that is made inside {@link #once} is left
   * out: it belongs to the run, not to a session.
   */
  List<ArenaTaskQueue> executors();

  /** What the sessions have taken and must give back. */
  Resources resources();

  /** Whose the objects of the user's sessions are. */
  Owners owners();

  /** Whether two threads met in a session's TLS stack, or a thread met a free there. */
  boolean raced();

  /** Whether every actor ended by itself. */
  boolean complete();

  /** Exceptions that actors threw. */
  List<Escape> escapes();

  /** Reports a fault. Any thread. See {@link Findings#report}. */
  default void report(FindingKind kind, String key, Supplier<Finding> evidence) {
    findings().report(kind, key, steps(), recording(), evidence);
  }
}

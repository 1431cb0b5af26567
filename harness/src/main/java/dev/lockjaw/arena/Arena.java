package dev.lockjaw.arena;

import dev.lockjaw.monitor.Findings;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.sync.Sync;
import java.util.List;
import java.util.function.Supplier;

/**
 * One run of a scenario, whichever way its threads are driven: what a stage arranges it on, and
 * what the oracles ask of it.
 */
public interface Arena extends Sync, Witness {
  /** Adds an actor; before the run begins, or by an actor of this run. */
  void actor(String name, Body body);

  Findings findings();

  /** How many steps were taken so far. */
  int steps();

  /**
   * The executors of this run, oldest first. One that is made inside {@link #once} is left out: it
   * belongs to the run, and to no session.
   */
  List<ArenaTaskQueue> executors();

  /** Whether two threads met in a session's TLS stack, or one met a free there. */
  boolean raced();

  /** Whether every actor came to its end by itself. */
  boolean complete();

  /** Exceptions that came out of actors. */
  List<Escape> escapes();

  /** Reports a fault; any thread. See {@link Findings#report}. */
  default void report(FindingKind kind, String key, Supplier<Finding> evidence) {
    findings().report(kind, key, steps(), recording(), evidence);
  }
}

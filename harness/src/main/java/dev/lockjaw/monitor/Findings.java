package dev.lockjaw.monitor;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what the oracles report in one run. Any thread may report.
 *
 * <p>Faults are counted by a key, which is the same for faults of the same shape. Evidence is
 * worked out only in a run that records.
 */
public final class Findings {
  /**
   * A fault as one run saw it.
   *
   * @param kind what sort of fault
   * @param key identifies it among faults of its kind
   * @param step how many steps the run had taken
   * @param evidence null unless the run records
   */
  public record Sighting(FindingKind kind, String key, int step, Finding evidence) {
    /** Equal for two sightings of the same fault. */
    public String signature() {
      return kind.id() + ' ' + key;
    }
  }

  private final List<Sighting> sightings = new ArrayList<>();
  private boolean closed;

  /** Reports a fault. The same fault again in the same run is ignored. */
  public synchronized void report(
      FindingKind kind, String key, int step, boolean recording, Supplier<Finding> evidence) {
    if (closed) {
      return;
    }
    for (Sighting seen : sightings) {
      if (seen.kind() == kind && seen.key().equals(key)) {
        return;
      }
    }
    sightings.add(new Sighting(kind, key, step, recording ? evidence.get() : null));
  }

  /** Ignores reports from now on: unwinding threads do things that are no fault of the session. */
  public synchronized void close() {
    closed = true;
  }

  /** Takes reports again, from checks after the run. */
  public synchronized void reopen() {
    closed = false;
  }

  /** The reports, in order. */
  public synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  public synchronized boolean isEmpty() {
    return sightings.isEmpty();
  }
}

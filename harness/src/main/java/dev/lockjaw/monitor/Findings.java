package dev.lockjaw.monitor;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what the oracles report in one run. Any thread may report.
 *
 * <p>A report has a key, constant for faults of the same shape, by which they are counted; its
 * evidence is worked out only in a run that records.
 */
public final class Findings {
  /**
   * A fault as it was seen.
   *
   * @param kind what sort of fault
   * @param key tells it from other faults of its kind
   * @param step how many steps the run had taken
   * @param evidence null unless the run records
   */
  public record Sighting(FindingKind kind, String key, int step, Finding evidence) {
    /** Equal for two sightings of what is one fault. */
    public String signature() {
      return kind.id() + ' ' + key;
    }
  }

  private final List<Sighting> sightings = new ArrayList<>();
  private boolean closed;

  /** Reports a fault once; the same fault again in the same run is not counted again. */
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

  /** From now on nothing is taken: what unwinding threads do is no fault of the session's. */
  public synchronized void close() {
    closed = true;
  }

  /** Takes reports again, of what is found out afterwards. */
  public synchronized void reopen() {
    closed = false;
  }

  /** What was reported, in the order it was. */
  public synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  public synchronized boolean isEmpty() {
    return sightings.isEmpty();
  }
}

package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * An object that more than one thread touches: a lock, a word, a wire, a session's state.
 *
 * <p>Two steps that touch no common {@code Shared} commute. The explorer therefore skips an
 * interleaving that differs from an earlier one only in the order of such steps. A step that
 * touches state it does not name makes that unsound. A step that names nothing is taken to touch
 * everything.
 *
 * <p>The name is unique within a run and the same in every run of a cell.
 */
@API(status = API.Status.STABLE)
public class Shared {
  private final String name;

  /** Belongs to the explorer, which uses it through {@link Histories}. */
  long history;

  /** As {@link #history}. */
  int changes;

  /**
   * An object that the run has not touched yet. Any thread.
   *
   * @param name worded for an interleaving
   */
  public Shared(String name) {
    this.name = name;
    this.history = name.hashCode() * 0x9E3779B97F4A7C15L;
  }

  /** The name that it was made with. Any thread. */
  public final String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}

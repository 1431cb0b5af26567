package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * Something that more than one thread touches: a lock, a word, a wire, a session's state.
 *
 * <p>Two steps that touch no common {@code Shared} commute, which is what lets the explorer skip an
 * interleaving that differs from another only in their order. A step that touches state it does not
 * name is therefore unsound; a step that names nothing at all is taken to touch everything.
 *
 * <p>The name is unique within a run and the same in every run of a cell.
 */
@API(status = API.Status.STABLE)
public class Shared {
  private final String name;

  /** Belongs to the explorer, which gets at it through {@link Histories}. */
  long history;

  /**
   * An object that the run has not touched yet. Any thread.
   *
   * @param name as it should read in an interleaving
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

package dev.lockjaw.sync;

/**
 * Something that steps touch and that orders none of the threads that make them, such as that a
 * session is called.
 */
public final class Encounter extends Shared {
  /**
   * @param name as of any {@link Shared}
   */
  public Encounter(String name) {
    super(name);
  }
}

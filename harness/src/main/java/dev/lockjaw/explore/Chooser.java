package dev.lockjaw.explore;

/** Decides which actor moves next when more than one can. */
@FunctionalInterface
public interface Chooser {
  /**
   * @param decision counts the decisions of a run from 0
   * @param current the actor that moved last, or -1 if it cannot continue
   * @param enabled ids of the actors that can move, ascending, in the first {@code count} places
   * @param count how many can, at least 2, or 1 beside a spinner
   * @param state digest of everything that has happened, equal for interleavings that differ only
   *     in the order of independent steps
   * @param spinner an actor that lets the others go on, as it repeats itself, but may also go on;
   *     or null
   * @return one of {@code enabled}, or the spinner
   */
  int choose(int decision, int current, int[] enabled, int count, long state, Spinner spinner);

  /** The spinner that was chosen to go on has come round and round, to no effect. */
  default void spunInVain(Spinner spinner) {}

  /**
   * An actor that repeats itself.
   *
   * @param loop tells the loop it is in from others
   */
  record Spinner(int actor, long loop) {}
}

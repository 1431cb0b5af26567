package dev.lockjaw.explore;

/** Decides who moves next, wherever more than one actor can. */
@FunctionalInterface
public interface Chooser {
  /**
   * @param decision counts the decisions of a run from 0
   * @param current the actor that moved last, or -1 if it can't go on
   * @param enabled ids of the actors that can move, ascending, in the first {@code count} places
   * @param count how many can, at least 2
   * @param state digest of all that has happened, equal for interleavings that differ only in the
   *     order of independent steps
   * @return one of {@code enabled}
   */
  int choose(int decision, int current, int[] enabled, int count, long state);
}

package dev.lockjaw.explore;

/** Decides which actor moves next when more than one can. */
@FunctionalInterface
public interface Chooser {
  /**
   * @param decision counts the decisions of a run from 0
   * @param current the actor that moved last, or -1 if it cannot continue
   * @param enabled ids of the actors that can move, ascending, in the first {@code count} places
   * @param count how many can, at least 2
   * @param state digest of everything that has happened, equal for interleavings that differ only
   *     in the order of independent steps
   * @return one of {@code enabled}
   */
  int choose(int decision, int current, int[] enabled, int count, long state);

  /**
   * Decides whether an actor's wait is over before what it waits for has come, as its time may be
   * up. By default it waits on. Asked before {@link #choose}, and at decisions without a choice.
   *
   * @param actor the actor; it moves next if this is so
   */
  default boolean timesOut(int decision, int actor, long state) {
    return false;
  }
}

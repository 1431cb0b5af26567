package dev.lockjaw.explore.choice;

import java.util.function.IntSupplier;

/** Decides which actor moves next when more than one can. */
@FunctionalInterface
public interface Chooser {
  /**
   * A run begins.
   *
   * @param steps the number of steps that the run has taken so far
   */
  default void begins(IntSupplier steps) {}

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

  /**
   * An actor is at a scheduling point, and moves on once it is chosen.
   *
   * @param on what its next step touches; null for anything
   */
  default void next(int actor, Object on) {}

  /** An actor has taken many steps in a row, and lets each of the others move once. */
  default void tires(int actor) {}

  /**
   * A spinner that went on has come round and round, to no effect.
   *
   * @param chosen whether it was chosen to; else it went on because nobody else could
   */
  default void spunInVain(Spinner spinner, boolean chosen) {}

  /** Whether a spinner has gone round and round in another run, to no effect. */
  default boolean knowsEndless(Spinner spinner) {
    return false;
  }

  /**
   * Decides whether an actor's wait is over before what it waits for has come, as its time may be
   * up. By default it waits on. Asked before {@link #choose}, and at decisions without a choice.
   *
   * @param actor the actor; it moves next if this is so
   */
  default boolean timesOut(int decision, int actor, long state) {
    return false;
  }

  /**
   * An actor that repeats itself.
   *
   * @param loop distinguishes the loop that it is in from others
   */
  record Spinner(int actor, long loop) {}
}

package dev.lockjaw.run;

import java.io.Serializable;

/**
 * Under what conditions a cell is run, which its name does not tell.
 *
 * @param letCrash whether the contract monitor lets in who would crash a stack that does not
 *     survive misuse; only in a JVM that may die
 */
public record Conditions(boolean letCrash) implements Serializable {
  /** The monitor keeps out who would crash the stack, so that the finding is certain. */
  public static final Conditions USUAL = new Conditions(false);

  /** The monitor sees and reports, and stops nobody. */
  public static final Conditions LET_CRASH = new Conditions(true);
}

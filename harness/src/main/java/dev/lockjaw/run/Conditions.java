package dev.lockjaw.run;

import dev.lockjaw.sync.MutexKind;
import java.io.Serializable;

/**
 * Under what conditions a cell is run, which its name does not tell.
 *
 * @param letCrash whether the contract monitor lets in who would crash a stack that does not
 *     survive misuse; only in a JVM that may die
 * @param mutex what stands behind the mutexes
 */
public record Conditions(boolean letCrash, MutexKind mutex) implements Serializable {
  /** The monitor keeps out who would crash the stack, so that the finding is certain. */
  public static final Conditions USUAL = new Conditions(false, MutexKind.JVM);

  /** These, with the monitor stopping somebody or nobody. */
  public Conditions letCrash(boolean let) {
    return new Conditions(let, mutex);
  }

  /** These, with other mutexes. */
  public Conditions with(MutexKind other) {
    return new Conditions(letCrash, other);
  }
}

package dev.lockjaw.run;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.sync.MutexKind;
import java.io.Serializable;
import java.util.Set;

/**
 * The conditions of a cell that its identity does not say.
 *
 * @param letCrash whether the contract monitor lets a thread enter a stack that this would crash;
 *     only in a JVM that may die
 * @param mutex what the mutexes are made of
 * @param allowed kinds of findings that do not count in this cell
 * @param freshSessions whether every run shakes hands anew
 */
public record Conditions(
    boolean letCrash, MutexKind mutex, Set<FindingKind> allowed, boolean freshSessions)
    implements Serializable {
  /**
   * The monitor stops a thread that would crash the stack, so that the finding is deterministic.
   */
  public static final Conditions USUAL = new Conditions(false, MutexKind.JVM, Set.of(), false);

  /** These conditions with the guard of the monitor off or on. */
  public Conditions letCrash(boolean let) {
    return new Conditions(let, mutex, allowed, freshSessions);
  }

  /** These conditions with other mutexes. */
  public Conditions with(MutexKind other) {
    return new Conditions(letCrash, other, allowed, freshSessions);
  }

  /** These conditions with other kinds of findings allowed. */
  public Conditions allowing(Set<FindingKind> kinds) {
    return new Conditions(letCrash, mutex, Set.copyOf(kinds), freshSessions);
  }

  /** These conditions with a handshake in every run, or only where a session was used up. */
  public Conditions freshSessions(boolean fresh) {
    return new Conditions(letCrash, mutex, allowed, fresh);
  }
}

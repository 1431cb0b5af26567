package dev.lockjaw.arena;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.Shared;
import java.util.List;

/** Reports a thread that asked for a non-recursive lock that it already holds. */
public final class DoubleLock {
  private DoubleLock() {}

  /**
   * Reports the calling thread.
   *
   * @param answer the error of the real lock behind it; empty if there is no real lock
   * @return the exception to throw
   */
  public static DoubleLockException report(Arena run, Shared lock, String answer) {
    String thread = run.thread();
    run.report(
        FindingKind.DOUBLE_LOCK,
        lock.name() + " by " + thread,
        () ->
            new Finding(
                FindingKind.DOUBLE_LOCK,
                thread
                    + " asked for "
                    + lock.name()
                    + ", which it already holds: a plain mutex blocks forever here"
                    + (answer.isEmpty() ? "" : "; " + answer),
                List.of(
                    new ThreadEvidence(
                        thread,
                        "asks for " + lock.name() + " a second time",
                        run.held(),
                        lock.name(),
                        run.stack())),
                null));
    return answer.isEmpty()
        ? new DoubleLockException(lock.name())
        : new DoubleLockException(lock.name(), answer);
  }
}

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
    report(
        run,
        lock,
        ", which it already holds: a plain mutex blocks forever here"
            + (answer.isEmpty() ? "" : "; " + answer),
        "asks for " + lock.name() + " a second time");
    return answer.isEmpty()
        ? new DoubleLockException(lock.name())
        : new DoubleLockException(lock.name(), answer);
  }

  /**
   * Reports the calling thread, which shares a read-write lock and asks for it alone.
   *
   * @return the exception to throw
   */
  public static DoubleLockException upgrade(Arena run, Shared lock) {
    report(
        run,
        lock,
        " alone, which it already shares: a read-write lock cannot be upgraded, and blocks forever"
            + " here",
        "upgrades " + lock.name());
    return new DoubleLockException(lock.name());
  }

  private static void report(Arena run, Shared lock, String again, String doing) {
    String thread = run.thread();
    run.report(
        FindingKind.DOUBLE_LOCK,
        lock.name() + " by " + thread,
        () ->
            new Finding(
                FindingKind.DOUBLE_LOCK,
                thread + " asked for " + lock.name() + again,
                List.of(new ThreadEvidence(thread, doing, run.held(), lock.name(), run.stack())),
                null));
  }
}

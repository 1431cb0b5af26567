package dev.lockjaw.arena;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.Shared;
import java.util.List;

/** The report that a thread asked for a lock that it holds and can't have twice. */
public final class DoubleLock {
  private DoubleLock() {}

  /**
   * Reports it; by the thread that asked.
   *
   * @param answer what the real lock behind it said to that; empty if there is none
   * @return what is to be thrown
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
                    + " asked for lock "
                    + lock.name()
                    + " while it held it: a plain mutex sleeps here for ever"
                    + (answer.isEmpty() ? "" : "; " + answer),
                List.of(
                    new ThreadEvidence(
                        thread,
                        "asks a second time for " + lock.name(),
                        run.held(),
                        lock.name(),
                        run.stack())),
                null));
    return answer.isEmpty()
        ? new DoubleLockException(lock.name())
        : new DoubleLockException(lock.name(), answer);
  }
}

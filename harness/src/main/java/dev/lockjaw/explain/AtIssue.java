package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.util.List;
import java.util.Objects;

/** Separates the locks that a finding is about from other locks that a thread held. */
public final class AtIssue {
  private AtIssue() {}

  /** The thread's locks that some thread of the finding wants, itself included. */
  public static List<Held> locks(ThreadEvidence thread, Finding finding) {
    return thread.held().stream().filter(held -> wanted(held.lock(), finding)).toList();
  }

  /**
   * The stack at which the thread took the lock that the finding is about, or else its last lock;
   * empty if it held none.
   */
  public static List<StackTraceElement> since(ThreadEvidence thread, Finding finding) {
    List<Held> held = locks(thread, finding).isEmpty() ? thread.held() : locks(thread, finding);
    return held.isEmpty() ? List.of() : held.get(held.size() - 1).since();
  }

  private static boolean wanted(String lock, Finding finding) {
    return finding.threads().stream().anyMatch(other -> Objects.equals(lock, other.wanted()));
  }
}

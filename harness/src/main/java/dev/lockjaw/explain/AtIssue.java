package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.util.List;
import java.util.Objects;

/** Tells the locks that a finding is about from those that a thread merely happened to hold. */
public final class AtIssue {
  private AtIssue() {}

  /** Those of a thread's locks that a thread of the finding wants, itself included. */
  public static List<Held> locks(ThreadEvidence thread, Finding finding) {
    return thread.held().stream().filter(held -> wanted(held.lock(), finding)).toList();
  }

  /** Where the lock that the finding is about was taken, else the last one; empty if none was. */
  public static List<StackTraceElement> since(ThreadEvidence thread, Finding finding) {
    List<Held> held = locks(thread, finding).isEmpty() ? thread.held() : locks(thread, finding);
    return held.isEmpty() ? List.of() : held.get(held.size() - 1).since();
  }

  private static boolean wanted(String lock, Finding finding) {
    return finding.threads().stream().anyMatch(other -> Objects.equals(lock, other.wanted()));
  }
}

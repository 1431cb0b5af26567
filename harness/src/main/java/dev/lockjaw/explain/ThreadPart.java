package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement about a thread of a finding: a lock that it held and where it took it, what it
 * wanted, or where it is. Locks that the finding is about come with a stack, other locks only with
 * a place.
 *
 * @param clause what the thread did, to follow its name; safe to show
 * @param calls the stack, outermost call first; empty if there is none to show
 * @param mark what happened in the innermost call
 */
public record ThreadPart(String clause, List<String> calls, String mark) {

  /**
   * All statements about a thread.
   *
   * @param exception the exception that ended the thread, or null
   */
  public static List<ThreadPart> of(ThreadEvidence thread, String exception, Finding finding) {
    List<ThreadPart> parts = new ArrayList<>();
    List<Held> atIssue = AtIssue.locks(thread, finding);
    for (Held held : atIssue) {
      String lock = Text.clean(held.lock());
      parts.add(
          held.since().isEmpty()
              ? new ThreadPart(
                  "took " + lock + " earlier; the JVM does not record where", List.of(), "")
              : part("took " + lock + " in", held.since(), "took it"));
    }
    String word = atIssue.isEmpty() ? "holds " : "also holds ";
    for (Held held : thread.held()) {
      if (!atIssue.contains(held)) {
        String place = StackText.place(held.since());
        String taken = place.isEmpty() ? "" : ", taken in " + place;
        parts.add(new ThreadPart(word + Text.clean(held.lock()) + taken, List.of(), ""));
      }
    }
    if (exception != null) {
      String threw = "threw " + Text.cut(Text.clean(exception), Explanation.LONGEST);
      parts.add(part(threw, thread.stack(), "threw it"));
    } else if (thread.wanted() != null) {
      parts.add(part("wants " + Text.clean(thread.wanted()) + " in", thread.stack(), "waits here"));
    } else if (!thread.stack().isEmpty()) {
      parts.add(part("in", thread.stack(), "here"));
    }
    return parts;
  }

  private static ThreadPart part(String clause, List<StackTraceElement> stack, String mark) {
    return new ThreadPart(clause, StackText.lines(stack), mark);
  }
}

package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to be told of a thread's part in a finding: what it held and where it took that, what
 * it wanted and where it is. The stacks of the locks that the finding is about are shown, of others
 * only the place.
 *
 * @param clause that the thread's name goes before; safe to show
 * @param calls the outermost first; none if the clause says it all
 * @param mark what happened in the innermost of them
 */
public record ThreadPart(String clause, List<String> calls, String mark) {

  /**
   * All there is to be told.
   *
   * @param exception that the thread ended in, or null
   */
  public static List<ThreadPart> of(ThreadEvidence thread, String exception, Finding finding) {
    List<ThreadPart> parts = new ArrayList<>();
    List<Held> atIssue = AtIssue.locks(thread, finding);
    for (Held held : atIssue) {
      String lock = Text.clean(held.lock());
      parts.add(
          held.since().isEmpty()
              ? new ThreadPart(
                  "has taken " + lock + " before; the JVM keeps no record of where", List.of(), "")
              : part("took " + lock + " in", held.since(), "took it"));
    }
    String word = atIssue.isEmpty() ? "holds " : "also holds ";
    for (Held held : thread.held()) {
      if (!atIssue.contains(held)) {
        String place = Calls.place(held.since());
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
      parts.add(part("is in", thread.stack(), "is here"));
    }
    return parts;
  }

  private static ThreadPart part(String clause, List<StackTraceElement> stack, String mark) {
    return new ThreadPart(clause, Calls.lines(stack), mark);
  }
}

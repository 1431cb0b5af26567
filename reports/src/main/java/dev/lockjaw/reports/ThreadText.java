package dev.lockjaw.reports;

import dev.lockjaw.monitor.Finding;
import dev.lockjaw.monitor.Held;
import dev.lockjaw.monitor.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread's part in a finding: what it held and where it took that, what it wanted and where it
 * is. The stacks of the locks that the finding is about are shown, of others only the place.
 */
final class ThreadText {
  private final Finding finding;
  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private ThreadText(Finding finding, int width, Style style) {
    this.finding = finding;
    this.width = width;
    this.style = style;
  }

  /**
   * @param exception that the thread ended in, or null
   */
  static List<String> lines(
      ThreadEvidence thread, String exception, Finding finding, int width, Style style) {
    ThreadText text = new ThreadText(finding, width, style);
    text.write(thread, exception);
    return text.lines;
  }

  private void write(ThreadEvidence thread, String exception) {
    Text.hang("Thread ", Text.clean(thread.name() + ": " + thread.doing()), width)
        .forEach(line -> lines.add(style.bold(line)));
    List<Held> atIssue = AtIssue.locks(thread, finding);
    for (Held held : atIssue) {
      String lock = Text.clean(held.lock());
      say("took " + lock + " in");
      stack(held.since(), "took it");
    }
    others(thread, atIssue);
    if (exception != null) {
      say("threw " + Text.cut(Text.clean(exception), Explanation.LONGEST));
      stack(thread.stack(), "threw it");
    } else if (thread.wanted() != null) {
      say("wants " + Text.clean(thread.wanted()) + " in");
      stack(thread.stack(), "waits here");
    } else if (!thread.stack().isEmpty()) {
      say("is in");
      stack(thread.stack(), "is here");
    }
  }

  private void others(ThreadEvidence thread, List<Held> atIssue) {
    String word = atIssue.isEmpty() ? "holds " : "also holds ";
    for (Held held : thread.held()) {
      if (!atIssue.contains(held)) {
        String place = Calls.place(held.since());
        String lock = Text.clean(held.lock());
        say(word + lock + (place.isEmpty() ? "" : ", taken in " + place));
      }
    }
  }

  private void say(String sentence) {
    lines.addAll(Text.hang("  ", sentence, width));
  }

  private void stack(List<StackTraceElement> stack, String mark) {
    List<String> calls = Calls.lines(stack);
    for (int i = 0; i < calls.size(); i++) {
      boolean last = i == calls.size() - 1;
      String end = last ? "  <-- " + mark : "";
      lines.add("      " + Text.cut(calls.get(i), width - 6 - end.length()) + end);
    }
  }
}

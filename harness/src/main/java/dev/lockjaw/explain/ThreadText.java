package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/** What a finding says about one thread, as text. */
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
   * @param exception the exception that ended the thread, or null
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
    for (ThreadPart part : ThreadPart.of(thread, exception, finding)) {
      lines.addAll(Text.hang("  ", part.clause(), width));
      stack(part.calls(), part.mark());
    }
  }

  private void stack(List<String> calls, String mark) {
    for (int i = 0; i < calls.size(); i++) {
      boolean last = i == calls.size() - 1;
      String end = last ? "  <-- " + mark : "";
      lines.add("      " + Text.cut(calls.get(i), width - 6 - end.length()) + end);
    }
  }
}

package dev.lockjaw.watch.judge;

import dev.lockjaw.explain.FrameText;
import dev.lockjaw.watch.event.Layout;
import dev.lockjaw.watch.event.LogFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stacks of a log that has them as text, as that of a JVM has. */
public final class LoggedStacks implements StackSource {
  private final LogFile log;
  private final Map<Long, List<StackTraceElement>> known = new HashMap<>();

  public LoggedStacks(LogFile log) {
    this.log = log;
  }

  @Override
  public List<StackTraceElement> stack(long id) {
    return known.computeIfAbsent(id, this::read);
  }

  private List<StackTraceElement> read(long id) {
    return log.text(id)
        .filter(text -> text.type() == Layout.TEXT_FRAMES)
        .map(text -> text.text().lines().map(FrameText::parse).toList())
        .orElse(List.of());
  }

  @Override
  public String name(long id) {
    return log.text(id)
        .filter(text -> text.type() == Layout.TEXT_NAME)
        .map(LogFile.LogText::text)
        .orElse(null);
  }
}

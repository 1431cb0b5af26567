package dev.lockjaw.probe;

import dev.lockjaw.explain.FrameText;
import dev.lockjaw.result.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings of a probe, one for each shape. Findings have the same shape if they occur at the
 * same places in the code, on any connection and any threads. Any thread.
 */
final class Ledger {
  /** The number of innermost calls of each thread that make the shape. */
  private static final int CALLS = 4;

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** The first finding of a shape, and how often the shape was seen. */
  record Entry(Finding finding, int times) {}

  synchronized void add(Finding finding) {
    entries.merge(
        shape(finding),
        new Entry(finding, 1),
        (first, again) -> new Entry(first.finding(), first.times() + 1));
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  List<Finding> findings() {
    return entries().stream().map(Entry::finding).toList();
  }

  private static String shape(Finding finding) {
    return finding.threads().stream()
        .map(
            thread ->
                thread.stack().stream()
                    .limit(CALLS)
                    .map(FrameText::text)
                    .collect(Collectors.joining(" ")))
        .sorted()
        .collect(Collectors.joining("; ", finding.kind().id() + ' ', ""));
  }
}

package dev.lockjaw.watch.judge;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Findings, each once: a fault at the same places is the same fault. */
final class FindingCollector {
  private final StackSource source;
  private final Map<String, Finding> byKey = new LinkedHashMap<>();

  FindingCollector(StackSource source) {
    this.source = source;
  }

  /**
   * @param key the places of the fault, which identify it among those of its kind
   */
  void report(FindingKind kind, String key, Supplier<Finding> finding) {
    byKey.computeIfAbsent(kind.id() + ' ' + key, unknown -> complete(finding.get()));
  }

  /** With all evidence worked out, while the log still has it. */
  private static Finding complete(Finding finding) {
    List<ThreadEvidence> threads =
        finding.threads().stream()
            .map(
                thread ->
                    new ThreadEvidence(
                        thread.name(),
                        thread.doing(),
                        List.copyOf(thread.held()),
                        thread.wanted(),
                        List.copyOf(thread.stack())))
            .toList();
    return new Finding(finding.kind(), finding.message(), threads, finding.exception());
  }

  /** The place of a stack: its innermost frame. */
  String place(long stack) {
    List<StackTraceElement> frames = source.stack(stack);
    return frames.isEmpty() ? "?" : frames.get(0).toString();
  }

  List<Finding> all() {
    return new ArrayList<>(byKey.values());
  }
}

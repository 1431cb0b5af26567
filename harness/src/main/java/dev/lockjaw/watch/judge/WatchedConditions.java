package dev.lockjaw.watch.judge;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.watch.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Waits for a condition with another lock held. They are a fault if every signal of the condition
 * by another thread is made under that lock: then no signal can end the wait.
 */
final class WatchedConditions {
  private static final int MOST = 8;

  private record Side(JudgedThread thread, List<HeldLock> held, long stack) {
    boolean holds(WatchedLock lock) {
      return held.stream().anyMatch(one -> one.lock() == lock);
    }
  }

  private static final class Condition {
    final List<Side> waits = new ArrayList<>();
    final List<Side> signals = new ArrayList<>();
    boolean many;
  }

  private final StackSource source;
  private final FindingCollector findings;
  private final Map<Long, Condition> conditions = new LinkedHashMap<>();

  WatchedConditions(StackSource source, FindingCollector findings) {
    this.source = source;
    this.findings = findings;
  }

  void waits(JudgedThread thread, Event event) {
    Condition condition = conditions.computeIfAbsent(event.object(), unknown -> new Condition());
    add(condition.waits, thread, event);
  }

  void signals(JudgedThread thread, Event event) {
    Condition condition = conditions.get(event.object());
    if (condition != null) {
      condition.many |= !add(condition.signals, thread, event);
    }
  }

  private static boolean add(List<Side> sides, JudgedThread thread, Event event) {
    Side side = new Side(thread, List.copyOf(thread.held), event.stack());
    boolean known =
        sides.stream().anyMatch(one -> one.thread == thread && one.held.equals(side.held));
    return known || sides.size() < MOST && sides.add(side);
  }

  void forget() {
    conditions.clear();
  }

  /** Judges all conditions, once the program is over. */
  void end() {
    for (Condition condition : conditions.values()) {
      for (Side wait : condition.waits) {
        List<Side> signals =
            condition.signals.stream().filter(side -> side.thread != wait.thread).toList();
        if (!condition.many && !signals.isEmpty()) {
          wait.held.stream()
              .filter(held -> signals.stream().allMatch(signal -> signal.holds(held.lock())))
              .forEach(held -> report(wait, signals.get(0), held.lock()));
        }
      }
    }
  }

  private void report(Side wait, Side signal, WatchedLock lock) {
    findings.report(
        FindingKind.WAIT_UNDER_LOCK,
        findings.place(wait.stack) + "; " + findings.place(signal.stack),
        () ->
            new Finding(
                FindingKind.WAIT_UNDER_LOCK,
                wait.thread.name()
                    + " waits for a condition and holds "
                    + lock.name()
                    + ", under which "
                    + signal.thread.name()
                    + " signals it",
                List.of(
                    evidence(wait, "waits for a condition", null),
                    evidence(signal, "signals the condition under " + lock.name(), lock.name())),
                null));
  }

  private ThreadEvidence evidence(Side side, String doing, String wanted) {
    return new ThreadEvidence(
        side.thread.name(),
        doing,
        JudgedThread.evidence(side.held, source),
        wanted,
        source.stack(side.stack));
  }
}

package dev.lockjaw.watch.judge;

import dev.lockjaw.monitor.LockGraph;
import dev.lockjaw.result.Finding;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.watch.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Threads that wait for locks: those that wait for themselves or for each other, and those that
 * wait for a thread that sleeps in I/O. {@link LockGraph} explains them.
 */
final class Blocked {
  /** A thread has waited for another's I/O if both slept so long, in nanoseconds. */
  private static final long LONG = 10_000_000;

  /** The same of threads that still sleep when the program ends. */
  private static final long LONG_AT_END = 1_000_000_000;

  private final StackSource source;
  private final FindingCollector findings;
  private final Collection<JudgedThread> threads;

  Blocked(StackSource source, FindingCollector findings, Collection<JudgedThread> threads) {
    this.source = source;
    this.findings = findings;
    this.threads = threads;
  }

  /** A thread has begun to wait for a lock. */
  void waits(JudgedThread thread) {
    if (thread.waiting.is(Event.TIMED)) {
      return;
    }
    if (thread.waiting.is(Event.HELD_BY_ITSELF) && thread.holds(thread.wanted)) {
      report(List.of(thread));
      return;
    }
    Set<JudgedThread> path = new LinkedHashSet<>();
    for (JudgedThread next = thread; next != null && path.add(next); ) {
      next = next.wanted == null || next.waiting.is(Event.TIMED) ? null : holder(next);
      if (next == thread && path.size() > 1) {
        report(List.copyOf(path));
      }
    }
  }

  private JudgedThread holder(JudgedThread waiting) {
    List<JudgedThread> holders =
        threads.stream().filter(other -> other != waiting && other.holds(waiting.wanted)).toList();
    return holders.size() == 1 ? holders.get(0) : null; // of many, the others may release theirs
  }

  /** A thread has slept in I/O, which ends now. */
  void slept(JudgedThread thread, long now) {
    slept(thread, now, LONG);
  }

  /** The program is over, and this is the time of its last event. */
  void end(long now) {
    threads.stream()
        .filter(thread -> thread.io != null)
        .forEach(one -> slept(one, now, LONG_AT_END));
  }

  private void slept(JudgedThread thread, long now, long least) {
    for (JudgedThread other : threads) {
      if (other.waiting != null
          && thread.holds(other.wanted)
          && now - Math.max(other.waiting.nanos(), thread.io.nanos()) >= least) {
        report(List.of(other, thread));
      }
    }
  }

  private void report(List<JudgedThread> stuck) {
    String places =
        stuck.stream()
            .map(
                thread ->
                    findings.place(thread.io == null ? thread.waiting.stack() : thread.io.stack()))
            .sorted()
            .collect(Collectors.joining("; "));
    List<LockGraph.Stuck> all = new ArrayList<>();
    stuck.forEach(thread -> all.add(stuck(thread)));
    LockGraph.Fault fault = LockGraph.analyse(all).get(0);
    Finding finding = fault.finding();
    findings.report(fault.kind(), places, () -> finding);
  }

  private LockGraph.Stuck stuck(JudgedThread thread) {
    if (thread.io != null) {
      return new LockGraph.Stuck(
          thread.name(),
          LockGraph.Wanted.of(Waiting.IO, "I/O", "waits for I/O"),
          List.of(),
          thread.evidence(),
          source.stack(thread.io.stack()));
    }
    String lock = thread.wanted.name();
    return new LockGraph.Stuck(
        thread.name(),
        LockGraph.Wanted.of(Waiting.LOCK, lock, "waits for " + lock),
        threads.stream()
            .filter(other -> other.holds(thread.wanted))
            .map(JudgedThread::name)
            .toList(),
        thread.evidence(),
        source.stack(thread.waiting.stack()));
  }
}

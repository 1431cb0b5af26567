package dev.lockjaw.watch.judge;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which threads take locks while they hold others. A cycle in it is a deadlock that
 * can happen, unless something excludes it: a lock that all of its threads hold besides (a gate),
 * one thread that is created after another has done its part or joined before, one thread alone, a
 * try in place of a wait, or locks that are shared throughout.
 */
final class LockOrder {
  private static final int LONGEST = 4;

  /**
   * So many nestings of two locks are kept; of each thread and its gates, the first and the last.
   */
  private static final int MOST_WITNESSES = 16;

  /** A thread that took a lock while it held another. */
  private record Nesting(
      JudgedThread thread,
      HeldLock outer,
      HeldLock inner,
      boolean calledBack,
      Set<WatchedLock> gates,
      Map<Integer, Integer> clock,
      List<HeldLock> held) {
    /** What it is, without the thread that does it. */
    String text() {
      return "takes "
          + inner.lock().name()
          + (calledBack ? " in a callback of TLS" : "")
          + " while it holds "
          + outer.lock().name();
    }

    /** Whether only the time differs. */
    boolean repeats(Nesting other) {
      return thread == other.thread
          && outer.flags() == other.outer.flags()
          && inner.flags() == other.inner.flags()
          && gates.equals(other.gates);
    }

    /** Whether this one was over before the other could begin. */
    boolean before(Nesting other) {
      int number = thread.number();
      return other.clock.getOrDefault(number, 0) >= clock.get(number);
    }
  }

  private final StackSource source;
  private final FindingCollector findings;
  private final Map<WatchedLock, Map<WatchedLock, List<Nesting>>> order = new HashMap<>();

  LockOrder(StackSource source, FindingCollector findings) {
    this.source = source;
    this.findings = findings;
  }

  /** The thread takes a lock, which is not among its held ones yet. */
  void takes(JudgedThread thread, HeldLock inner) {
    if (inner.tried() || thread.holds(inner.lock())) {
      return;
    }
    for (HeldLock outer : thread.held) {
      Set<WatchedLock> gates =
          thread.held.stream()
              .filter(gate -> gate != outer && !gate.shared())
              .map(HeldLock::lock)
              .collect(Collectors.toSet());
      Nesting nesting =
          new Nesting(
              thread,
              outer,
              inner,
              thread.calledBack(),
              gates,
              Map.copyOf(thread.clock),
              List.copyOf(thread.held));
      List<Nesting> known =
          order
              .computeIfAbsent(outer.lock(), lock -> new LinkedHashMap<>())
              .computeIfAbsent(inner.lock(), lock -> new ArrayList<>());
      if (add(known, nesting)) {
        search(new ArrayList<>(List.of(nesting)), new HashSet<>(Set.of(inner.lock())));
      }
    }
  }

  /** Returns whether the nesting adds something to those that are known. */
  private static boolean add(List<Nesting> known, Nesting nesting) {
    List<Nesting> before = known.stream().filter(nesting::repeats).toList();
    if (before.stream().anyMatch(one -> one.clock().equals(nesting.clock()))) {
      return false;
    }
    if (before.size() > 1) {
      known.remove(before.get(1));
    }
    return known.size() < MOST_WITNESSES && known.add(nesting);
  }

  /** Forgets a lock that is no more. */
  void gone(WatchedLock lock) {
    order.remove(lock);
    order.values().forEach(inner -> inner.remove(lock));
  }

  /** Forgets everything, because events are missing. */
  void forget() {
    order.clear();
  }

  /** Extends a path of nestings until it ends where it began. */
  private void search(List<Nesting> path, Set<WatchedLock> passed) {
    WatchedLock end = path.get(path.size() - 1).inner().lock();
    if (end == path.get(0).outer().lock()) {
      report(path);
      return;
    }
    if (path.size() == LONGEST) {
      return;
    }
    for (Map.Entry<WatchedLock, List<Nesting>> next :
        List.copyOf(order.getOrDefault(end, Map.of()).entrySet())) {
      if (passed.add(next.getKey())) {
        for (Nesting nesting : next.getValue()) {
          if (fits(path, nesting)) {
            path.add(nesting);
            search(path, passed);
            path.remove(path.size() - 1);
          }
        }
        passed.remove(next.getKey());
      }
    }
  }

  /** Whether a nesting can be stuck together with all of a path. */
  private static boolean fits(List<Nesting> path, Nesting next) {
    Nesting first = path.get(0);
    Nesting last = path.get(path.size() - 1);
    boolean closes = next.inner().lock() == first.outer().lock();
    return !(last.inner().shared() && next.outer().shared())
        && !(closes && next.inner().shared() && first.outer().shared())
        && path.stream()
            .noneMatch(
                other ->
                    other.thread() == next.thread()
                        || other.before(next)
                        || next.before(other)
                        || other.gates().stream().anyMatch(next.gates()::contains));
  }

  private void report(List<Nesting> cycle) {
    String key =
        cycle.stream()
            .map(
                nesting ->
                    findings.place(nesting.outer().stack())
                        + " then "
                        + findings.place(nesting.inner().stack()))
            .sorted()
            .collect(Collectors.joining("; "));
    findings.report(
        FindingKind.LOCK_ORDER_INVERSION,
        key,
        () ->
            new Finding(
                FindingKind.LOCK_ORDER_INVERSION,
                cycle.stream()
                        .map(nesting -> nesting.thread().name() + ' ' + nesting.text())
                        .collect(Collectors.joining("; "))
                    + "; they can wait for each other forever",
                cycle.stream().map(this::evidence).toList(),
                null));
  }

  private ThreadEvidence evidence(Nesting nesting) {
    String inner = nesting.inner().lock().name();
    return new ThreadEvidence(
        nesting.thread().name(),
        nesting.text(),
        JudgedThread.evidence(nesting.held(), source),
        inner,
        source.stack(nesting.inner().stack()));
  }
}

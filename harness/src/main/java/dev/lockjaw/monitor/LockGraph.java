package dev.lockjaw.monitor;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Explains why no thread can continue: which lock each thread waits for, which thread holds it, and
 * what that thread waits for in turn. Unlike the JVM's own detector, it knows non-reentrant locks
 * and holders that are blocked in I/O. {@link
 * java.lang.management.ThreadMXBean#findDeadlockedThreads} reports none of these.
 */
public final class LockGraph {
  private LockGraph() {}

  /**
   * What a thread waits for.
   *
   * @param waiting what sort of thing it is
   * @param key identifies it, in the same way in every run
   * @param name its name, as people read it
   * @param label the wait, as a clause
   * @param upgrade whether it is a lock that the thread shares and wants alone
   */
  public record Wanted(Waiting waiting, String key, String name, String label, boolean upgrade) {
    /** A wait that is identified by what people read. */
    public static Wanted of(Waiting waiting, String name, String label) {
      return new Wanted(waiting, waiting == Waiting.LOCK ? name : label, name, label, false);
    }

    private Wanted labelled(String other) {
      return new Wanted(waiting, key, name, other, upgrade);
    }
  }

  /**
   * A thread that cannot continue.
   *
   * @param thread its name
   * @param wanted what it waits for
   * @param holders names of the threads that hold it, if it is a lock
   * @param held the locks it holds itself
   * @param stack where it is
   */
  public record Stuck(
      String thread,
      Wanted wanted,
      List<String> holders,
      List<Held> held,
      List<StackTraceElement> stack) {
    Waiting waiting() {
      return wanted.waiting();
    }

    String wants() {
      return wanted.name();
    }

    String label() {
      return wanted.label();
    }

    private Stuck labelled(String other) {
      return new Stuck(thread, wanted.labelled(other), holders, held, stack);
    }
  }

  /** A fault, from which the finding is made. */
  public record Fault(FindingKind kind, String key, String message, List<Stuck> threads) {
    private Fault withAlso(List<Stuck> others) {
      List<Stuck> all = new ArrayList<>(threads);
      others.forEach(other -> all.add(other.labelled("is stuck, too: " + other.label())));
      return new Fault(kind, key, message, all);
    }

    public Finding finding() {
      return new Finding(
          kind,
          message,
          threads.stream()
              .map(
                  stuck ->
                      new ThreadEvidence(
                          stuck.thread(),
                          stuck.label(),
                          stuck.held(),
                          stuck.wants(),
                          stuck.stack()))
              .toList(),
          null);
    }
  }

  /**
   * The faults, given all threads that cannot continue. Empty only if there are no such threads.
   */
  public static List<Fault> analyse(List<Stuck> stuck) {
    Map<String, Stuck> byName = new LinkedHashMap<>();
    stuck.forEach(thread -> byName.put(thread.thread(), thread));
    List<Fault> faults = new ArrayList<>();
    Set<Stuck> explained = new LinkedHashSet<>();
    for (Stuck thread : stuck) {
      if (thread.waiting() == Waiting.LOCK && !explained.contains(thread)) {
        List<Stuck> chain = chain(thread, byName);
        Fault fault = explain(chain);
        if (faults.stream().noneMatch(known -> known.key().equals(fault.key()))) {
          faults.add(fault);
        }
        explained.addAll(chain);
      }
    }
    List<Stuck> rest = stuck.stream().filter(thread -> !explained.contains(thread)).toList();
    if (faults.isEmpty() && !rest.isEmpty()) {
      faults.add(stall(rest));
    }
    return withAll(faults, stuck);
  }

  /** The first fault shows the threads, too, that no fault needs for its explanation. */
  private static List<Fault> withAll(List<Fault> faults, List<Stuck> stuck) {
    List<Stuck> others =
        stuck.stream()
            .filter(thread -> faults.stream().noneMatch(fault -> fault.threads().contains(thread)))
            .toList();
    return faults.stream()
        .map(fault -> fault == faults.get(0) ? fault.withAlso(others) : fault)
        .toList();
  }

  /**
   * From a thread to the holder of the lock that it wants, and so on. If the chain has a cycle,
   * only the cycle.
   */
  private static List<Stuck> chain(Stuck from, Map<String, Stuck> byName) {
    return extend(List.of(from), byName);
  }

  private static List<Stuck> extend(List<Stuck> chain, Map<String, Stuck> byName) {
    Stuck last = chain.get(chain.size() - 1);
    List<Stuck> first = null;
    for (String holder : last.waiting() == Waiting.LOCK ? last.holders() : List.<String>of()) {
      Stuck next = byName.get(holder);
      if (next == null) {
        continue;
      }
      int seen = chain.indexOf(next);
      if (seen >= 0) {
        return chain.subList(seen, chain.size());
      }
      List<Stuck> longer = new ArrayList<>(chain);
      longer.add(next);
      List<Stuck> way = extend(longer, byName);
      if (isCycle(way)) {
        return way;
      }
      first = first == null ? way : first;
    }
    return first == null ? chain : first;
  }

  private static boolean isCycle(List<Stuck> chain) {
    Stuck last = chain.get(chain.size() - 1);
    return last.waiting() == Waiting.LOCK && last.holders().contains(chain.get(0).thread());
  }

  private static Fault explain(List<Stuck> chain) {
    Stuck last = chain.get(chain.size() - 1);
    String names = chain.stream().map(Stuck::thread).sorted().collect(Collectors.joining(", "));
    String locks =
        chain.stream()
            .filter(thread -> thread.waiting() == Waiting.LOCK)
            .map(thread -> thread.wanted().key())
            .sorted()
            .distinct()
            .collect(Collectors.joining(", "));
    if (last.waiting() == Waiting.IO) {
      String lock = chain.size() > 1 ? chain.get(chain.size() - 2).wants() : last.wants();
      return new Fault(
          FindingKind.BLOCKED_IO_UNDER_LOCK,
          locks + " by " + names,
          last.thread()
              + " waits for I/O and holds "
              + lock
              + ", which "
              + chain.get(Math.max(0, chain.size() - 2)).thread()
              + " needs to continue",
          chain);
    }
    if (last.waiting() == Waiting.LOCK && !isCycle(chain)) {
      return new Fault(
          FindingKind.STALL,
          locks + " by " + names,
          last.thread()
              + " waits for "
              + last.wants()
              + (last.holders().isEmpty()
                  ? ", which no thread will release"
                  : ", which " + String.join(", ", last.holders()) + " ended without releasing"),
          chain);
    }
    if (chain.size() == 1) {
      return new Fault(
          FindingKind.DOUBLE_LOCK,
          locks + " by " + names,
          last.thread()
              + " asked for "
              + last.wants()
              + (last.wanted().upgrade()
                  ? " alone, which it already shares: a read-write lock cannot be upgraded, and the"
                      + " thread waits forever"
                  : ", which it already holds, and waits forever"),
          chain);
    }
    String cycle =
        chain.stream()
            .map(
                thread ->
                    thread.thread()
                        + (thread.held().isEmpty() ? "" : " holds " + names(thread.held()))
                        + (thread.held().isEmpty() ? " wants " : " and wants ")
                        + thread.wants())
            .collect(Collectors.joining("; "));
    return new Fault(FindingKind.DEADLOCK, locks + " by " + names, cycle, chain);
  }

  private static String names(List<Held> held) {
    return held.stream().map(Held::lock).collect(Collectors.joining(", "));
  }

  private static Fault stall(List<Stuck> rest) {
    String what = each(rest, Stuck::label);
    return new Fault(
        FindingKind.STALL,
        each(rest, thread -> thread.wanted().key()),
        what + "; no thread is left to end that",
        rest);
  }

  private static String each(List<Stuck> threads, Function<Stuck, String> says) {
    return threads.stream()
        .map(thread -> thread.thread() + " " + says.apply(thread))
        .collect(Collectors.joining("; "));
  }
}

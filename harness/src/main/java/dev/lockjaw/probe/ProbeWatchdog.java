package dev.lockjaw.probe;

import dev.lockjaw.arena.ForeignLocks;
import dev.lockjaw.arena.ForeignWait;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.engine.Call;
import dev.lockjaw.monitor.LockGraph;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Looks ten times a second for threads that do not continue. A cycle of locks is certain. Other
 * threads count as stuck when they have stood still at every look for as long as the probe's
 * patience. Looks are counted, and not time, so that a pause of the machine does not count against
 * a thread.
 */
final class ProbeWatchdog extends Thread {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LOOK_MILLIS = 100;
  private static final long AGAIN_NANOS = 1_000_000;

  /** The longest chain of threads that wait for one another. */
  private static final int LONGEST = 16;

  private static final Set<Call> OF_ENGINES =
      Set.of(
          Call.WRAP,
          Call.UNWRAP,
          Call.CLOSE_OUTBOUND,
          Call.CLOSE_INBOUND,
          Call.BEGIN_HANDSHAKE,
          Call.STATUS,
          Call.DELEGATED_TASK);

  private final Probe probe;
  private final int patience;
  private final Handshakes handshakes;

  /** Cycles that have been reported. Each look finds them again. */
  private final Set<Set<Long>> cycles = new HashSet<>();

  ProbeWatchdog(Probe probe, Duration patience) {
    super("lockjaw-probe");
    setDaemon(true);
    this.probe = probe;
    this.patience = (int) Math.max(1, patience.toMillis() / LOOK_MILLIS);
    this.handshakes = new Handshakes(probe, this.patience);
  }

  @Override
  public void run() {
    while (!probe.closed()) {
      LockSupport.parkNanos(this, LOOK_MILLIS * 1_000_000);
      if (!probe.closed()) {
        look();
        standing();
        handshakes.look();
      }
    }
  }

  /** Watches a handshake. Any thread. */
  void begun(Handshake handshake) {
    handshakes.begun(handshake);
  }

  // ---- cycles of locks, which are certain ----

  /** Reports threads that wait for each other's locks. Any thread. */
  synchronized void look() {
    long[] deadlocked = deadlocked();
    if (deadlocked.length == 0) {
      return;
    }
    LockSupport.parkNanos(this, AGAIN_NANOS);
    Set<Long> still = Arrays.stream(deadlocked()).boxed().collect(Collectors.toSet());
    ForeignLocks locks = new ForeignLocks(deadlocked);
    Set<Long> ours = probe.threads().stream().map(Thread::getId).collect(Collectors.toSet());
    for (long id : deadlocked) {
      List<Long> cycle = cycle(id, locks, still);
      if (cycle.stream().noneMatch(ours::contains) || cycles.contains(Set.copyOf(cycle))) {
        continue;
      }
      // looked at alone, so that locks are numbered only if one cycle has several
      ForeignLocks these = new ForeignLocks(cycle.stream().mapToLong(Long::longValue).toArray());
      if (cycle.equals(
          cycle(id, these, still))) { // an interrupt may have ended the cycle meanwhile
        cycles.add(Set.copyOf(cycle));
        LockGraph.analyse(cycle.stream().map(one -> stuck(one, cycle, these)).toList())
            .forEach(fault -> probe.report(fault::finding));
      }
    }
  }

  private static long[] deadlocked() {
    long[] ids = THREADS.findDeadlockedThreads();
    return ids == null ? new long[0] : ids;
  }

  /** The cycle of threads from a thread back to itself; empty if there is none. */
  private static List<Long> cycle(long from, ForeignLocks locks, Set<Long> still) {
    List<Long> cycle = new ArrayList<>();
    for (long id = from; !cycle.contains(id); id = locks.owner(id)) {
      boolean forEver =
          still.contains(id)
              && locks
                  .info(id)
                  .map(info -> ForeignWait.waitsUntimed(info.getThreadState()))
                  .orElse(false);
      if (!forEver) {
        return List.of();
      }
      cycle.add(id);
    }
    return locks.owner(cycle.get(cycle.size() - 1)) == from ? cycle : List.of();
  }

  private static Stuck stuck(long id, List<Long> cycle, ForeignLocks locks) {
    return locks.stuck(
        id,
        name(id, cycle, locks),
        List.of(name(locks.owner(id), cycle, locks)),
        List.of(),
        stack(locks.info(id).orElseThrow()));
  }

  /** The thread's name, with its number if another one has the same. */
  private static String name(long id, List<Long> among, ForeignLocks locks) {
    String name = name(id, locks);
    long alike = among.stream().filter(other -> name.equals(name(other, locks))).count();
    return alike > 1 ? name + " (number " + id + ")" : name;
  }

  private static String name(long id, ForeignLocks locks) {
    return locks.info(id).map(ThreadInfo::getThreadName).orElse("a thread that has ended");
  }

  private static List<StackTraceElement> stack(ThreadInfo info) {
    return Stacks.trim(info.getStackTrace());
  }

  // ---- other threads, after a time limit ----

  private synchronized void standing() {
    probe.forgetEnded();
    for (Stay stay : probe.inside()) {
      stay.looks++;
      State state = stay.thread().getState();
      ThreadInfo info =
          ForeignWait.waitsUntimed(state) ? THREADS.getThreadInfo(stay.thread().getId()) : null;
      if (info == null) {
        stay.stood = 0;
        continue;
      }
      long waits = info.getBlockedCount() + info.getWaitedCount();
      stay.stood = waits == stay.waits ? stay.stood + 1 : 0;
      stay.waits = waits;
      if (stay.stood > 0 && stay.stood % patience == 0) {
        judge(stay);
      }
    }
  }

  /** A waiting thread, then the owner of the lock that it wants, and so on. */
  private static List<Long> chain(long from) {
    List<Long> chain = new ArrayList<>();
    for (long id = from; id >= 0 && !chain.contains(id) && chain.size() < LONGEST; ) {
      chain.add(id);
      ThreadInfo info = THREADS.getThreadInfo(id);
      id = info == null ? -1 : info.getLockOwnerId();
    }
    return chain;
  }

  /** Whether the chain is still the same and is no cycle. Cycles are reported by {@link #look}. */
  private static boolean holds(List<Long> chain, ForeignLocks locks) {
    for (int i = 0; i < chain.size(); i++) {
      long owner = i + 1 < chain.size() ? chain.get(i + 1) : -1;
      if (locks.info(chain.get(i)).isEmpty() || locks.owner(chain.get(i)) != owner) {
        return false;
      }
    }
    return true;
  }

  private void judge(Stay stay) {
    List<Long> chain = chain(stay.thread().getId());
    ForeignLocks locks = new ForeignLocks(chain.stream().mapToLong(Long::longValue).toArray());
    if (!holds(chain, locks)) {
      return;
    }
    long last = chain.get(chain.size() - 1);
    ThreadInfo info = locks.info(last).orElseThrow();
    Stay blocked = stay(last);
    if (ForeignWait.waitsUntimed(info.getThreadState())) {
      if (OF_ENGINES.contains(stay.call()) || stay.call() == Call.CLOSE) {
        report(FindingKind.STALL, stands(stay, chain, locks), chain, locks, null);
      }
    } else if (chain.size() > 1
        && info.getThreadState() == State.RUNNABLE
        && blocked != null
        && blocked.looks >= patience
        && needs(stay.call(), blocked)) {
      report(
          FindingKind.BLOCKED_IO_UNDER_LOCK,
          blockedUnderLock(stay, blocked, chain, locks),
          chain,
          locks,
          blocked);
    }
  }

  /** The call in which a thread may wait for the peer; null if it is in none. */
  private Stay stay(long thread) {
    return probe.inside().stream()
        .filter(stay -> stay.thread().getId() == thread && stay.call().waitsForPeer())
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether a call should not have to wait for another call that waits for the peer. A read that
   * waits for a read, and a write that waits for a write, only wait for their turn; and every call
   * needs the handshake. Any call may perform it.
   */
  private static boolean needs(Call waiting, Stay blocked) {
    if (OF_ENGINES.contains(waiting) || waiting == Call.CLOSE) {
      return true;
    }
    boolean other =
        waiting == Call.READ && blocked.call() == Call.WRITE
            || waiting == Call.WRITE && blocked.call() == Call.READ;
    return other && !blocked.shakesHands();
  }

  private String stands(Stay stay, List<Long> chain, ForeignLocks locks) {
    long last = chain.get(chain.size() - 1);
    return name(chain.get(0), chain, locks)
        + " "
        + stay.text()
        + " and does not continue: "
        + name(last, chain, locks)
        + " waits for "
        + locks.wanted(last)
        + limit(patience);
  }

  private String blockedUnderLock(Stay stay, Stay blocked, List<Long> chain, ForeignLocks locks) {
    return name(chain.get(chain.size() - 1), chain, locks)
        + " "
        + blocked.text()
        + " and waits for the peer. It holds "
        + locks.wanted(chain.get(chain.size() - 2))
        + ", which "
        + name(chain.get(chain.size() - 2), chain, locks)
        + " needs. "
        + name(chain.get(0), chain, locks)
        + " "
        + stay.text()
        + limit(patience);
  }

  /** How long a fault has lasted, as a sentence after another one. */
  static String limit(int looks) {
    return ". This has lasted " + looks * LOOK_MILLIS / 1000.0 + " s: a time limit, not a proof";
  }

  /**
   * @param doing the call that the last thread of the chain is in, which may be over by now; null
   *     if that thread waits too
   */
  private void report(
      FindingKind kind, String message, List<Long> chain, ForeignLocks locks, Stay doing) {
    List<ThreadEvidence> threads = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      long id = chain.get(i);
      boolean waits = i < chain.size() - 1 || doing == null;
      String wanted = waits ? locks.wanted(id) : null;
      threads.add(
          new ThreadEvidence(
              name(id, chain, locks),
              waits ? "waits for " + wanted : doing.text(),
              locks.held(id),
              wanted,
              stack(locks.info(id).orElseThrow())));
    }
    probe.report(() -> new Finding(kind, message, threads, null));
  }
}

package dev.lockjaw.arena;

import dev.lockjaw.mark.Marks;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.monitor.LockGraph.Wanted;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Waiting;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.UnaryOperator;

/**
 * Locks that the run knows nothing of, as far as the JVM reports them. Their names are the same in
 * every run of a schedule: {@code ReentrantLock}, or {@code the monitor of Outbox}. Several locks
 * of one sort are numbered.
 */
public final class ForeignLocks {
  private static final String MONITOR = "the monitor of ";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Names by identity. The identity differs from run to run. */
  private final Map<String, String> sorts = new LinkedHashMap<>();

  /** What people read for them, by identity, where the fields of a session lead to them. */
  private final Map<String, String> shown = new HashMap<>();

  private final Set<String> monitors = new HashSet<>();

  /** Threads that share a lock, as it seems, and want it alone. */
  private final Set<Long> upgrading = new HashSet<>();

  private final Map<Long, ThreadInfo> infos = new HashMap<>();

  /**
   * Looks at what blocked threads wait for and hold. The JVM stops all threads to answer.
   *
   * @param stuck ids of the threads
   */
  public ForeignLocks(long... stuck) {
    for (ThreadInfo info : THREADS.getThreadInfo(stuck, true, true)) {
      if (info == null) {
        continue;
      }
      infos.put(info.getThreadId(), info);
      if (info.getLockInfo() != null) {
        sort(info.getLockInfo(), info.getThreadState() == Thread.State.BLOCKED);
      }
      for (MonitorInfo monitor : info.getLockedMonitors()) {
        sort(monitor, true);
      }
      for (LockInfo lock : info.getLockedSynchronizers()) {
        sort(lock, false);
      }
    }
  }

  /**
   * Finds out which fields of the users' sessions lead to the locks, so that what people read says
   * whose they are.
   */
  public void nameBy(Owners owners, List<Thread> stuck) {
    Collection<Owners.Place> places = owners.places().values();
    for (Owners.Place place : places) {
      String identity = identity(place.object());
      if (monitors.contains(identity)) {
        shown.put(identity, MONITOR + place.text());
      }
    }
    for (Thread thread : stuck) {
      ThreadInfo info = infos.get(thread.getId());
      if (info != null && info.getLockInfo() != null) {
        awaited(thread, info.getLockInfo(), places)
            .ifPresent(
                place -> {
                  shown.put(info.getLockInfo().toString(), Owners.withType(place));
                  if (place.object() instanceof ReentrantReadWriteLock both
                      && !both.isWriteLocked()) {
                    upgrading.add(thread.getId());
                  }
                });
      }
    }
  }

  /**
   * What a thread waits for and the line that it is at, as the end of a sentence, such as {@code :
   * waits for ReentrantLock Link.lock of client at Link.send line 31}.
   */
  public static String where(Thread thread, Owners owners) {
    ForeignLocks locks = new ForeignLocks(thread.getId());
    locks.nameBy(owners, List.of(thread));
    ThreadInfo info = locks.infos.get(thread.getId());
    if (info == null) {
      return "";
    }
    String wait = info.getLockInfo() == null ? "" : " waits for " + locks.wanted(thread.getId());
    String line =
        Stacks.trim(info.getStackTrace()).stream()
            .filter(frame -> !Marks.ours(frame.getClassName()))
            .filter(frame -> !frame.getClassName().startsWith("java."))
            .findFirst()
            .map(frame -> " at " + Stacks.line(frame))
            .orElse("");
    return wait.isEmpty() && line.isEmpty() ? "" : ":" + wait + line;
  }

  /** The lock that a thread is parked in. Its queue is not the lock itself. */
  private static Optional<Owners.Place> awaited(
      Thread thread, LockInfo queue, Collection<Owners.Place> places) {
    List<Owners.Place> candidates =
        places.stream()
            .filter(place -> queue.getClassName().startsWith(place.object().getClass().getName()))
            .filter(place -> mayWait(thread, place.object()))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private static boolean mayWait(Thread thread, Object lock) {
    if (lock instanceof ReentrantLock one) {
      return one.hasQueuedThread(thread);
    }
    if (lock instanceof ReentrantReadWriteLock both) {
      return both.hasQueuedThread(thread);
    }
    return lock instanceof Semaphore permits && permits.hasQueuedThreads()
        || lock instanceof StampedLock stamps && (stamps.isReadLocked() || stamps.isWriteLocked());
  }

  private void sort(LockInfo lock, boolean monitor) {
    String name = lock.getClassName();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    // such as ReentrantLock$NonfairSync: the lock is the outer class
    String of = monitor ? simple.replace('$', '.') : simple.replaceFirst("\\$.*", "");
    if (monitor) {
      monitors.add(lock.toString());
    }
    sorts.putIfAbsent(lock.toString(), monitor ? MONITOR + of : of);
  }

  /** The name of what a thread waits for, as people read it. */
  public String wanted(long thread) {
    return wanted(thread, this::shown);
  }

  private String wanted(long thread, UnaryOperator<String> name) {
    ThreadInfo info = infos.get(thread);
    return info == null || info.getLockInfo() == null
        ? "a lock"
        : name.apply(info.getLockInfo().toString());
  }

  /** The id of the thread that holds what a thread waits for; -1 if the JVM does not know. */
  public long owner(long thread) {
    ThreadInfo info = infos.get(thread);
    return info == null ? -1 : info.getLockOwnerId();
  }

  /**
   * The foreign locks that a thread holds, in the order in which it took them, as far as the JVM
   * knows.
   */
  public List<Held> held(long thread) {
    return held(thread, Set.of());
  }

  /**
   * As {@link #held(long)}, without some objects.
   *
   * @param known {@link #identity} of each
   */
  public List<Held> held(long thread, Set<String> known) {
    List<Held> held = new ArrayList<>();
    ThreadInfo info = infos.get(thread);
    if (info != null) {
      for (MonitorInfo monitor : info.getLockedMonitors()) {
        if (known.contains(monitor.toString())) {
          continue;
        }
        StackTraceElement[] stack = info.getStackTrace();
        int depth = Math.max(0, monitor.getLockedStackDepth());
        held.add(
            0,
            new Held(
                shown(monitor.toString()),
                Stacks.trim(Arrays.copyOfRange(stack, depth, stack.length))));
      }
      for (LockInfo lock : info.getLockedSynchronizers()) {
        held.add(new Held(shown(lock.toString()), List.of()));
      }
    }
    return held;
  }

  /** An object as {@link LockInfo#toString} gives it. */
  public static String identity(Object object) {
    return object.getClass().getName() + '@' + Integer.toHexString(System.identityHashCode(object));
  }

  /** The state of a thread when it was looked at; empty if it had ended or is a virtual thread. */
  public Optional<ThreadInfo> info(long thread) {
    return Optional.ofNullable(infos.get(thread));
  }

  /**
   * A thread that stands in foreign code, for the lock graph.
   *
   * @param thread its id
   * @param name its name
   * @param holders names of the threads that hold what it waits for
   * @param known the locks of the run that it holds
   * @param stack where it is
   */
  public Stuck stuck(
      long thread,
      String name,
      List<String> holders,
      List<Held> known,
      List<StackTraceElement> stack) {
    List<Held> held = new ArrayList<>(known);
    held.addAll(held(thread));
    return stuckWith(thread, name, holders, held, stack);
  }

  /**
   * As {@link #stuck}.
   *
   * @param held all locks that it holds
   */
  public Stuck stuckWith(
      long thread,
      String name,
      List<String> holders,
      List<Held> held,
      List<StackTraceElement> stack) {
    String lock = wanted(thread);
    String key = wanted(thread, this::name);
    boolean upgrade = upgrading.contains(thread) && holders.equals(List.of(name));
    String label = (upgrade ? "upgrades " : "waits for ") + lock;
    Wanted wanted = new Wanted(Waiting.LOCK, key, lock, label, upgrade);
    return new Stuck(name, wanted, holders, held, stack);
  }

  private String shown(String identity) {
    return shown.getOrDefault(identity, name(identity));
  }

  private String name(String identity) {
    String sort = sorts.get(identity);
    List<String> alike =
        sorts.entrySet().stream()
            .filter(entry -> entry.getValue().equals(sort))
            .map(Map.Entry::getKey)
            .toList();
    return alike.size() == 1 ? sort : sort + " #" + (alike.indexOf(identity) + 1);
  }

  /**
   * Whether the lock that a thread is parked in is available, so that the thread is about to take
   * it. AQS and StampedLock specify this part of their {@code toString}.
   */
  public static boolean available(Thread thread) {
    Object blocker = LockSupport.getBlocker(thread);
    String state = blocker == null ? "" : blocker.toString();
    if (blocker instanceof StampedLock) {
      return state.contains("[Unlocked");
    }
    boolean permits = blocker != null && blocker.getClass().getNestHost() == Semaphore.class;
    boolean none = state.contains("[State = 0,");
    return state.contains("[State =") && (permits ? !none : none);
  }

  /** Whether a thread is parked in a lock of a kind for which the JVM records no owner. */
  public static boolean keepsNoOwner(Thread thread) {
    Object blocker = LockSupport.getBlocker(thread);
    if (blocker == null) {
      return false;
    }
    Class<?> lock = blocker.getClass().getNestHost();
    return lock == Semaphore.class
        || lock == StampedLock.class
        || lock == ReentrantReadWriteLock.class
        || blocker instanceof AbstractOwnableSynchronizer && !lock.getName().startsWith("java.");
  }
}

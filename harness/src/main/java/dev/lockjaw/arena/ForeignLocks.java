package dev.lockjaw.arena;

import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Waiting;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Locks that the run knows nothing of, as far as the JVM reports them. Their names are the same in
 * every run of a schedule: {@code ReentrantLock}, or {@code the monitor of Outbox}. Several locks
 * of one sort are numbered.
 */
public final class ForeignLocks {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Names by identity. The identity differs from run to run. */
  private final Map<String, String> sorts = new LinkedHashMap<>();

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

  private void sort(LockInfo lock, boolean monitor) {
    String name = lock.getClassName();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    // such as ReentrantLock$NonfairSync: the lock is the outer class
    String of = monitor ? simple.replace('$', '.') : simple.replaceFirst("\\$.*", "");
    sorts.putIfAbsent(lock.toString(), monitor ? "the monitor of " + of : of);
  }

  /** The name of what a thread waits for. */
  public String wanted(long thread) {
    ThreadInfo info = infos.get(thread);
    return info == null || info.getLockInfo() == null
        ? "a lock"
        : name(info.getLockInfo().toString());
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
                name(monitor.toString()),
                Stacks.trim(Arrays.copyOfRange(stack, depth, stack.length))));
      }
      for (LockInfo lock : info.getLockedSynchronizers()) {
        held.add(new Held(name(lock.toString()), List.of()));
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
    return new Stuck(name, Waiting.LOCK, lock, "waits for " + lock, holders, held, stack);
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

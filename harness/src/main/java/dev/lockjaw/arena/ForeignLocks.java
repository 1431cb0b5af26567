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
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Locks that the run knows nothing of, as far as the JVM tells of them, under names that are the
 * same in every run of a schedule: {@code ReentrantLock}, or {@code the monitor of Outbox};
 * numbered, where there are several of one sort.
 */
public final class ForeignLocks {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Names by identity, which is a name that differs from run to run. */
  private final Map<String, String> sorts = new LinkedHashMap<>();

  private final Map<Long, ThreadInfo> infos = new HashMap<>();

  /**
   * Looks at what threads that can't go on wait for and hold.
   *
   * @param stuck their ids
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
    // a Sync inside of the lock that it is for
    String of = monitor ? simple.replace('$', '.') : simple.replaceFirst("\\$.*", "");
    sorts.putIfAbsent(lock.toString(), monitor ? "the monitor of " + of : of);
  }

  /** What a thread waits for; a lock, if it is blocked in one. */
  public String wanted(long thread) {
    ThreadInfo info = infos.get(thread);
    return info == null || info.getLockInfo() == null
        ? "a lock"
        : name(info.getLockInfo().toString());
  }

  /** The id of the thread that has what a thread waits for, or -1 if the JVM doesn't know. */
  public long owner(long thread) {
    ThreadInfo info = infos.get(thread);
    return info == null ? -1 : info.getLockOwnerId();
  }

  /** What a thread holds, in the order it was taken, as far as that is known. */
  public List<Held> held(long thread) {
    List<Held> held = new ArrayList<>();
    ThreadInfo info = infos.get(thread);
    if (info != null) {
      for (MonitorInfo monitor : info.getLockedMonitors()) {
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

  /** How a thread was when it was looked at; empty if it had ended, or is a virtual one. */
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
    String lock = wanted(thread);
    List<Held> held = new ArrayList<>(known);
    held.addAll(held(thread));
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
   * Whether what a thread is parked in is free, so that it is on its way out. AQS and StampedLock
   * promise to say so in their {@code toString}.
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

  /** Whether a thread is parked in a lock of a kind of which the JVM doesn't know who has it. */
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

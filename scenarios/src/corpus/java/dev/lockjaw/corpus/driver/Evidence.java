package dev.lockjaw.corpus.driver;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the JVM reports about one thread.
 *
 * @param name of the thread
 * @param doing what it waits for, and which thread holds that
 * @param held the locks it holds, as far as the JVM records them
 * @param stack outermost first
 */
record Evidence(String name, String doing, List<String> held, List<String> stack) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST_FRAMES = 20;

  /** The evidence of stuck threads. For a running thread it may be out of date at once. */
  static List<Evidence> of(LockNames names, Thread... threads) {
    long[] ids = Arrays.stream(threads).mapToLong(Evidence::id).toArray();
    List<Evidence> evidence = new ArrayList<>();
    for (ThreadInfo info : THREADS.getThreadInfo(ids, true, true)) {
      if (info != null) {
        evidence.add(of(names, info));
      }
    }
    return evidence;
  }

  /** The evidence of an exception. The thread holds no locks any more. */
  static Evidence of(Thread thread, Throwable thrown) {
    return new Evidence(
        thread.getName(), "threw " + thrown, List.of(), frames(thrown.getStackTrace()));
  }

  /** Whether the JVM finds all these threads in a deadlock. */
  static boolean deadlocked(Thread... threads) {
    long[] found = THREADS.findDeadlockedThreads();
    return found != null
        && Arrays.stream(threads)
            .allMatch(thread -> Arrays.stream(found).anyMatch(id -> id == id(thread)));
  }

  /** Whether a thread waits for a lock that another thread holds, as far as the JVM knows. */
  static boolean waits(Thread waiter, Thread holder) {
    ThreadInfo info = THREADS.getThreadInfo(id(waiter));
    return info != null && info.getLockOwnerId() == id(holder);
  }

  /** Whether a thread is in the system call that sends, or about to enter it. */
  static boolean isSending(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0
        && stack[0].isNativeMethod()
        && stack[0].getClassName().startsWith("sun.nio.ch.");
  }

  /** The lock for which a thread waits, or null. */
  static LockInfo wanted(Thread thread) {
    ThreadInfo info = THREADS.getThreadInfo(id(thread));
    return info == null ? null : info.getLockInfo();
  }

  /** Whether a thread waits for that lock. */
  static boolean wants(Thread thread, LockInfo lock) {
    LockInfo wanted = wanted(thread);
    return wanted != null
        && wanted.getIdentityHashCode() == lock.getIdentityHashCode()
        && wanted.getClassName().equals(lock.getClassName());
  }

  private static Evidence of(LockNames names, ThreadInfo info) {
    List<String> held = new ArrayList<>();
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      held.add(names.of(monitor) + ", taken in " + frame(monitor.getLockedStackFrame()));
    }
    for (LockInfo lock : info.getLockedSynchronizers()) {
      if (!lock.getClassName().endsWith("ThreadPoolExecutor$Worker")) {
        held.add(names.of(lock));
      }
    }
    return new Evidence(
        info.getThreadName(), doing(names, info), held, frames(info.getStackTrace()));
  }

  private static String doing(LockNames names, ThreadInfo info) {
    LockInfo wanted = info.getLockInfo();
    if (wanted == null) {
      return "is in " + innermost(info.getStackTrace());
    }
    String owner = names.holder(wanted, info.getLockOwnerName());
    if (owner == null) {
      return "waits for " + names.of(wanted);
    }
    return "waits for "
        + names.of(wanted)
        + ", held by "
        + (owner.equals(info.getThreadName()) ? "itself" : owner);
  }

  /** The innermost frame. A thread has none before its first call and after its last. */
  static String innermost(StackTraceElement... stack) {
    return stack.length == 0 ? "no method" : frame(stack[0]);
  }

  private static List<String> frames(StackTraceElement[] stack) {
    List<String> frames =
        Arrays.stream(stack)
            .filter(frame -> !frame.getClassName().contains("$$Lambda"))
            .limit(MOST_FRAMES)
            .map(Evidence::frame)
            .collect(Collectors.toList());
    Collections.reverse(frames);
    return frames;
  }

  private static String frame(StackTraceElement frame) {
    String type = frame.getClassName();
    String place =
        frame.isNativeMethod() ? "native" : frame.getFileName() + ":" + frame.getLineNumber();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + frame.getMethodName()
        + " ("
        + place
        + ")";
  }

  @SuppressWarnings("deprecation") // its successor is not in Java 17
  private static long id(Thread thread) {
    return thread.getId();
  }
}

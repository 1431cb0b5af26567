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
 * What the JVM says of one thread.
 *
 * @param doing what it waits for, and who holds that
 * @param held the locks it holds, as far as the JVM keeps a record
 * @param stack outermost first
 */
record Evidence(String name, String doing, List<String> held, List<String> stack) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST_FRAMES = 20;

  /** Of threads that are stuck: of others it may be out of date by the time it is told. */
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

  /** Of an exception, which has no locks left. */
  static Evidence of(Thread thread, Throwable thrown) {
    return new Evidence(
        thread.getName(), "threw " + thrown, List.of(), frames(thrown.getStackTrace()));
  }

  /** Whether these are among the threads that the JVM finds in a deadlock. */
  static boolean deadlocked(Thread... threads) {
    long[] found = THREADS.findDeadlockedThreads();
    return found != null
        && Arrays.stream(threads)
            .allMatch(thread -> Arrays.stream(found).anyMatch(id -> id == id(thread)));
  }

  /** Whether a thread waits for a lock that another holds, as far as the JVM knows. */
  static boolean waits(Thread waiter, Thread holder) {
    ThreadInfo info = THREADS.getThreadInfo(id(waiter));
    return info != null && info.getLockOwnerId() == id(holder);
  }

  /** Whether a thread is in the system's call that sends, or about to be. */
  static boolean isSending(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0
        && stack[0].isNativeMethod()
        && stack[0].getClassName().startsWith("sun.nio.ch.");
  }

  /** What a thread waits for, or null. */
  static LockInfo wanted(Thread thread) {
    ThreadInfo info = THREADS.getThreadInfo(id(thread));
    return info == null ? null : info.getLockInfo();
  }

  /** Whether that is what a thread waits for. */
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

  /** A thread has no frames before its first call and after its last. */
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

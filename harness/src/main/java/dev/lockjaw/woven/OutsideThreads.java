package dev.lockjaw.woven;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that are of no run and come into woven code all the same, such as a timer's. A run can
 * neither switch them nor know what they are about to do. Any thread.
 */
public final class OutsideThreads {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Map<ClassLoader, Set<String>> SEEN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final ThreadLocal<Known> KNOWN = ThreadLocal.withInitial(() -> Known.NOT);
  private static final AtomicLong IDLE = new AtomicLong();
  private static final AtomicLong MEETINGS = new AtomicLong();

  /** What is known of the calling thread. */
  private enum Known {
    NOT,
    DRIVES,
    SEEN
  }

  private OutsideThreads() {}

  /** Says that the calling thread drives runs, for as long as it lives. */
  public static void drives() {
    KNOWN.set(Known.DRIVES);
  }

  /** Notes that the calling thread, which is of no run, is in woven code. */
  static void meet() {
    Known known = KNOWN.get();
    if (known == Known.DRIVES) {
      return;
    }
    MEETINGS.incrementAndGet();
    if (known == Known.NOT) {
      KNOWN.set(Known.SEEN);
      note();
    }
  }

  private static void note() {
    String name = Thread.currentThread().getName();
    STACK
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(type -> !type.getName().startsWith("dev.lockjaw."))
                    .findFirst())
        .map(Class::getClassLoader)
        .ifPresent(
            loader ->
                SEEN.computeIfAbsent(loader, none -> Collections.synchronizedSet(new TreeSet<>()))
                    .add(name));
  }

  /** The names of those that were seen in classes of a loader, sorted. */
  public static List<String> seenIn(ClassLoader loader) {
    Set<String> names = SEEN.getOrDefault(loader, Set.of());
    synchronized (names) {
      return List.copyOf(names);
    }
  }

  /** Says that a thread was started that does nothing, as part of making an object of the JDK's. */
  public static void idle() {
    IDLE.incrementAndGet();
  }

  /** How many such threads there were. */
  public static long idlers() {
    return IDLE.get();
  }

  /** A number that grows whenever one is met. */
  public static long meetings() {
    return MEETINGS.get();
  }
}

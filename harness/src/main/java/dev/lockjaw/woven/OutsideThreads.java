package dev.lockjaw.woven;

import dev.lockjaw.arena.Stacks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Outside threads that enter woven code, such as a timer's. They belong to no run, so a run can
 * neither switch them nor know what they are about to do. Any thread.
 */
public final class OutsideThreads {
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

  /** Notes that the calling thread, which belongs to no run, is in woven code. */
  static void meet() {
    Known known = KNOWN.get();
    if (known == Known.NOT && ofTheJvm()) {
      KNOWN.set(Known.DRIVES);
      return;
    }
    if (known == Known.DRIVES) {
      return;
    }
    MEETINGS.incrementAndGet();
    if (known == Known.NOT) {
      KNOWN.set(Known.SEEN);
      note();
    }
  }

  /** Whether it is the JVM's finalizer, say, for which nothing waits. */
  private static boolean ofTheJvm() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    return group == null || group.getParent() == null;
  }

  private static void note() {
    String name = Thread.currentThread().getName();
    Stacks.innermost()
        .map(StackWalker.StackFrame::getDeclaringClass)
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

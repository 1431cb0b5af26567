package dev.lockjaw.arena;

import dev.lockjaw.mark.Marks;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Stacks as a user wants to see them: without Lockjaw's own machinery at either end. */
public final class Stacks {
  /** The JDK's part in it: where threads begin, and where they wait. */
  private static final List<String> OF_THE_JDK =
      List.of(
          Thread.class.getName(),
          ReentrantLock.class.getPackageName() + '.',
          "jdk.internal.misc.Unsafe"); // not accessible as a class

  private Stacks() {}

  /**
   * The calling thread's stack, innermost frame first. The stack is walked now. Its frames are made
   * on first use, which is the expensive part and hardly ever happens.
   */
  public static List<StackTraceElement> here() {
    return new Walked(new Throwable());
  }

  /** A stack without the machinery at its two ends. */
  public static List<StackTraceElement> trim(StackTraceElement[] stack) {
    int from = 0;
    while (from < stack.length && machinery(stack[from])) {
      from++;
    }
    int to = stack.length;
    while (to > from && machinery(stack[to - 1])) {
      to--;
    }
    return Arrays.stream(stack, from, to).filter(frame -> !generated(frame)).toList();
  }

  /**
   * A frame of a generated lambda class, whose name differs from JVM to JVM. The lambda's body has
   * a frame of its own.
   */
  private static boolean generated(StackTraceElement frame) {
    return frame.getClassName().contains("$$Lambda");
  }

  private static final class Walked extends AbstractList<StackTraceElement>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient Throwable walk;
    private transient List<StackTraceElement> frames;

    Walked(Throwable walk) {
      this.walk = walk;
    }

    private synchronized List<StackTraceElement> frames() {
      if (frames == null) {
        frames = trim(walk.getStackTrace());
      }
      return frames;
    }

    /** For another JVM, the frames themselves. */
    private Object writeReplace() {
      return frames();
    }

    @Override
    public StackTraceElement get(int index) {
      return frames().get(index);
    }

    @Override
    public int size() {
      return frames().size();
    }
  }

  private static boolean machinery(StackTraceElement frame) {
    return Marks.machinery(frame) || OF_THE_JDK.stream().anyMatch(frame.getClassName()::startsWith);
  }
}

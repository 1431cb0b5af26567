package dev.lockjaw.arena;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Stacks as a user wants to see them: without the tool's own machinery at either end. */
public final class Stacks {
  private static final List<String> MACHINERY =
      List.of(
          "dev.lockjaw.arena.",
          "dev.lockjaw.explore.",
          "dev.lockjaw.stress.",
          "dev.lockjaw.monitor.",
          "dev.lockjaw.engine.",
          "dev.lockjaw.probe.",
          "dev.lockjaw.adapter.GivenLock",
          "dev.lockjaw.adapter.SchedulingDoor",
          "java.lang.Thread",
          "jdk.internal.misc.Unsafe",
          "java.util.concurrent.locks.");

  private Stacks() {}

  /**
   * The calling thread's stack, innermost frame first. It is walked now, and put into words when it
   * is looked at, which is where most of the cost lies and which hardly ever happens.
   */
  public static List<StackTraceElement> here() {
    return new Walked(new Throwable());
  }

  /** A stack without the machinery that it begins and ends in. */
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

  /** A lambda's class, which has a name of its own in every JVM; the lambda is a frame besides. */
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
    return MACHINERY.stream().anyMatch(frame.getClassName()::startsWith);
  }
}

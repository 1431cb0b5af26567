package dev.lockjaw.arena;

import dev.lockjaw.mark.LambdaNames;
import dev.lockjaw.mark.Marks;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Stacks as a user wants to see them: without Lockjaw's own machinery at either end. */
public final class Stacks {
  /** The JDK's part in it: where threads begin, and where they wait. */
  private static final List<String> OF_THE_JDK =
      List.of(
          Thread.class.getName(),
          ReentrantLock.class.getPackageName() + '.',
          "jdk.internal.misc.Unsafe"); // not accessible as a class

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Stacks() {}

  /**
   * The calling thread's stack, innermost frame first. The stack is walked now. Its frames are made
   * on first use, which is the expensive part and hardly ever happens.
   */
  public static List<StackTraceElement> here() {
    return new Walked(new Throwable());
  }

  /**
   * A stack without the machinery at its two ends and without generated frames. The innermost frame
   * stays even if it is generated, because it may be the only one that has the line.
   */
  public static List<StackTraceElement> trim(StackTraceElement[] stack) {
    int from = 0;
    while (from < stack.length && machinery(stack[from])) {
      from++;
    }
    int to = stack.length;
    while (to > from && machinery(stack[to - 1])) {
      to--;
    }
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!LambdaNames.isOfClass(stack[i]) && (i == from || !LambdaNames.isWoven(stack[i]))) {
        frames.add(stack[i]);
      }
    }
    return List.copyOf(frames);
  }

  /** A frame in words: {@code Link.send line 31}. */
  static String line(StackTraceElement frame) {
    String type = frame.getClassName();
    String simple = type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$(?=\\D)", ".");
    String method = LambdaNames.enclosing(frame.getMethodName());
    return simple
        + '.'
        + method
        + (frame.getLineNumber() > 0 ? " line " + frame.getLineNumber() : "");
  }

  /**
   * The innermost frame of the calling thread that belongs to neither Lockjaw nor the JDK; empty if
   * there is none.
   */
  public static Optional<StackWalker.StackFrame> innermost() {
    return WALKER.walk(frames -> frames.filter(Stacks::underTest).findFirst());
  }

  private static boolean underTest(StackWalker.StackFrame frame) {
    return frame.getDeclaringClass().getClassLoader() != null && !Marks.ours(frame.getClassName());
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

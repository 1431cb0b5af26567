package dev.lockjaw.explain;

import dev.lockjaw.mark.LambdaNames;
import dev.lockjaw.mark.Marks;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack as it is shown: the outermost call first, so that it reads downwards to the place where
 * something happened. Calls of libraries that are not woven and of Lockjaw's own plumbing ({@link
 * Marks}) are left out. The innermost frame is always shown.
 */
final class StackText {
  /** The largest number of lines for one stack. Only a recursion has more frames that are shown. */
  private static final int MOST = 60;

  /** How many of the outermost frames stay when the middle is left out. */
  private static final int OUTER = 20;

  /** Packages that run the code under test or that it calls; their calls explain nothing. */
  static final List<String> FOREIGN =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.apache.maven.surefire.",
          "org.bouncycastle.",
          "org.conscrypt.",
          "org.junit.",
          "io.netty.internal.tcnative.");

  private StackText() {}

  /** A line for each frame, such as {@code Session.read (Session.java:171)}. */
  static List<String> lines(List<StackTraceElement> stack) {
    List<StackTraceElement> frames = shown(stack);
    List<String> lines = new ArrayList<>();
    int more = frames.size() - MOST;
    for (int i = 0; i < frames.size(); i++) {
      if (more > 0 && i == OUTER) {
        lines.add("... " + Text.count(more + 1, "frame") + " ...");
        i += more;
      } else {
        lines.add(FrameText.call(frames.get(i)));
      }
    }
    return lines;
  }

  /** The frame that shows best where a lock was taken: not the one inside the lock. */
  static String place(List<StackTraceElement> since) {
    List<StackTraceElement> frames = shown(since);
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (!Marks.unshown(frames.get(i))) {
        return FrameText.call(frames.get(i));
      }
    }
    return frames.isEmpty() ? "" : FrameText.call(frames.get(frames.size() - 1));
  }

  /** Outermost first. */
  private static List<StackTraceElement> shown(List<StackTraceElement> stack) {
    List<StackTraceElement> shown = new ArrayList<>();
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (i == 0 || isShown(stack.get(i), stack)) {
        shown.add(stack.get(i));
      }
    }
    return shown;
  }

  private static boolean isShown(StackTraceElement frame, List<StackTraceElement> stack) {
    boolean woven = Marks.WOVEN.equals(frame.getClassLoaderName()); // then it is under test
    if (!woven && FOREIGN.stream().anyMatch(frame.getClassName()::startsWith)
        || Marks.unshown(frame)
        || Marks.plumbing(frame)) {
      return false;
    }
    return !LambdaNames.isBody(frame.getMethodName())
        || stack.stream().noneMatch(other -> encloses(other, frame));
  }

  private static boolean encloses(StackTraceElement frame, StackTraceElement lambda) {
    return frame.getClassName().equals(lambda.getClassName())
        && frame.getMethodName().equals(method(lambda));
  }

  /** The method's name; for a lambda, the method that contains it. */
  private static String method(StackTraceElement frame) {
    return LambdaNames.enclosing(frame.getMethodName());
  }
}

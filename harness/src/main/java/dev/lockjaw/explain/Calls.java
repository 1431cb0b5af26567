package dev.lockjaw.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stack as it is shown: the outermost call first, so that it reads downwards to where something
 * happened, and without the calls that tell nothing. The innermost frame is always there.
 */
final class Calls {
  /** Frames of one stack. */
  private static final int MOST = 12;

  /** Of those, how many outermost ones stay when the middle is left out. */
  private static final int OUTER = 4;

  private static final String OURS = "dev.lockjaw.";

  private static final List<String> TELLING =
      List.of(OURS + "session.", OURS + "websocket.", OURS + "transport.", OURS + "scenarios.");

  /** What runs the code in question, or is called by it and is its own business. */
  private static final List<String> FOREIGN =
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

  /** Methods that only pass a call on. */
  private static final Set<String> PLUMBING =
      Set.of(
          "dev.lockjaw.session.Session.callBack",
          "dev.lockjaw.session.Session.dispatch",
          "dev.lockjaw.session.Session.inside",
          "dev.lockjaw.session.Session.sendNow",
          "dev.lockjaw.session.Session.take",
          "dev.lockjaw.session.Session$1.perform",
          "dev.lockjaw.transport.NetInput.fill");

  private Calls() {}

  /** A line for each frame, such as {@code Session.read (Session.java:171)}. */
  static List<String> lines(List<StackTraceElement> stack) {
    List<StackTraceElement> frames = telling(stack);
    List<String> lines = new ArrayList<>();
    int more = frames.size() - MOST;
    for (int i = 0; i < frames.size(); i++) {
      if (more > 0 && i == OUTER) {
        lines.add("... " + Text.count(more + 1, "frame") + " ...");
        i += more;
      } else {
        lines.add(line(frames.get(i)));
      }
    }
    return lines;
  }

  /** The frame that says best where a lock was taken: not the one inside the lock. */
  static String place(List<StackTraceElement> since) {
    List<StackTraceElement> frames = telling(since);
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (!frames.get(i).getClassName().startsWith(OURS + "lock.")) {
        return line(frames.get(i));
      }
    }
    return frames.isEmpty() ? "" : line(frames.get(frames.size() - 1));
  }

  /** Outermost first. */
  private static List<StackTraceElement> telling(List<StackTraceElement> stack) {
    List<StackTraceElement> telling = new ArrayList<>();
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (i == 0 || tells(stack.get(i), stack)) {
        telling.add(stack.get(i));
      }
    }
    return telling;
  }

  private static boolean tells(StackTraceElement frame, List<StackTraceElement> stack) {
    String name = frame.getClassName();
    if (FOREIGN.stream().anyMatch(name::startsWith)
        || PLUMBING.contains(name + '.' + frame.getMethodName())) {
      return false;
    }
    if (name.startsWith(OURS) && TELLING.stream().noneMatch(name::startsWith)) {
      return false;
    }
    return !lambda(frame) || stack.stream().noneMatch(other -> encloses(other, frame));
  }

  private static boolean lambda(StackTraceElement frame) {
    return frame.getMethodName().matches("lambda\\$.+\\$\\d+");
  }

  private static boolean encloses(StackTraceElement frame, StackTraceElement lambda) {
    return frame.getClassName().equals(lambda.getClassName())
        && frame.getMethodName().equals(method(lambda));
  }

  private static String line(StackTraceElement frame) {
    String name = frame.getClassName();
    String simple = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$(?=\\D)", ".");
    return Text.clean(simple + '.' + method(frame) + " (" + FrameText.place(frame) + ')');
  }

  /** The method; of a lambda, the one that it stands in. */
  private static String method(StackTraceElement frame) {
    String method = frame.getMethodName();
    return lambda(frame) ? method.substring("lambda$".length(), method.lastIndexOf('$')) : method;
  }
}

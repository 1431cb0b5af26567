package dev.lockjaw.woven;

import dev.lockjaw.mark.LambdaNames;
import java.util.Optional;

/**
 * The line of woven code from which the calling thread has come into a class of Lockjaw's. Costs a
 * walk of the stack, so it is for steps that a person will read.
 */
final class CallingLine {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private CallingLine() {}

  /** Empty if no woven method has called. */
  static Optional<StackTraceElement> find() {
    return STACK.walk(frames -> frames.filter(CallingLine::woven).findFirst().map(CallingLine::of));
  }

  /** Such as {@code Link.send line 31}. */
  static String text(StackTraceElement line) {
    String type = line.getClassName();
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    return Site.where(simple, line.getMethodName(), line.getLineNumber());
  }

  private static boolean woven(StackWalker.StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return frame.getLineNumber() > 0
        && type.getClassLoader() instanceof WovenClasses loader
        && loader.weaves(type);
  }

  private static StackTraceElement of(StackWalker.StackFrame frame) {
    return new StackTraceElement(
        frame.getClassName(),
        LambdaNames.enclosing(frame.getMethodName()),
        frame.getFileName(),
        frame.getLineNumber());
  }
}

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

  /** Such as {@code Link.send line 31}; empty if no woven method has called. */
  static Optional<String> find() {
    return STACK.walk(frames -> frames.filter(CallingLine::woven).findFirst().map(CallingLine::of));
  }

  private static boolean woven(StackWalker.StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return frame.getLineNumber() > 0
        && type.getClassLoader() instanceof WovenClasses loader
        && loader.weaves(type);
  }

  private static String of(StackWalker.StackFrame frame) {
    return Site.where(
        frame.getDeclaringClass().getSimpleName(),
        LambdaNames.enclosing(frame.getMethodName()),
        frame.getLineNumber());
  }
}

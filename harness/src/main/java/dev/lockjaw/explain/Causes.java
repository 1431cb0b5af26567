package dev.lockjaw.explain;

import dev.lockjaw.mark.Marks;

/** An exception with its causes, as one line for people. Any thread. */
public final class Causes {
  private Causes() {}

  /** Such as {@code java.io.IOException: closed, caused by java.lang.Error: native}. */
  public static String text(Throwable thrown) {
    Throwable cause = thrown.getCause();
    String one = thrown.toString().lines().findFirst().orElse("");
    return cause == null ? one : one + ", caused by " + text(cause);
  }

  /** The same of an exception in a user's class, with advice if classes do not fit each other. */
  public static String ofUsersClass(Throwable thrown) {
    return text(thrown) + advice(root(thrown));
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  private static String advice(Throwable root) {
    if (!(root instanceof IncompatibleClassChangeError
        || root instanceof NoClassDefFoundError
        || root instanceof ClassFormatError
        || root instanceof VerifyError)) {
      return "";
    }
    return ofLockjaw(root) || root instanceof ClassFormatError
        ? "; it was built for another version of Lockjaw or of Java"
        : "; a library is missing, or is there in another version: see 'doctor --plugin'";
  }

  /** Whether what is missing is of Lockjaw's. For most errors only the JVM's message names it. */
  private static boolean ofLockjaw(Throwable root) {
    if (root instanceof AbstractMethodError) { // names the class that lacks the method
      StackTraceElement[] stack = root.getStackTrace();
      return stack.length > 0 && Marks.ours(stack[0].getClassName());
    }
    return String.valueOf(root.getMessage()).replace('/', '.').contains("dev.lockjaw.");
  }
}

package dev.lockjaw.explain;

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
    boolean ofLockjaw =
        root instanceof ClassFormatError
            || root instanceof AbstractMethodError // a method that Lockjaw calls, as a rule
            || String.valueOf(root.getMessage()).replace('/', '.').contains("dev.lockjaw.");
    return ofLockjaw
        ? "; it was built for another version of Lockjaw or of Java"
        : "; a library is missing, or is there in another version: see 'doctor --plugin'";
  }
}

package dev.lockjaw.mark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of lambdas in a stack. {@code javac} compiles a lambda in {@code open} to a method {@code
 * lambda$open$0}. Woven code has such methods for method references as well; those have Lockjaw's
 * own mark in their names. Any thread.
 */
public final class LambdaNames {
  private static final String WOVEN = "$lockjaw";
  private static final Pattern METHOD =
      Pattern.compile("lambda\\$(.+?)(?:" + Pattern.quote(WOVEN) + ")?\\$\\d+");

  private LambdaNames() {}

  /**
   * The name of a method that is made for a method reference.
   *
   * @param in the method that contains the reference
   * @param number different for each reference of a class
   */
  public static String woven(String in, int number) {
    return "lambda$" + in.replace("<", "").replace(">", "") + WOVEN + '$' + number;
  }

  /** Whether a frame belongs to a method that was made for a method reference. */
  public static boolean isWoven(StackTraceElement frame) {
    return frame.getMethodName().contains(WOVEN + '$');
  }

  /**
   * Whether a frame belongs to a generated lambda class, whose name differs from JVM to JVM. The
   * lambda's body has a frame of its own.
   */
  public static boolean isOfClass(StackTraceElement frame) {
    return frame.getClassName().contains("$$Lambda");
  }

  /** Whether a method is a lambda's body. */
  public static boolean isBody(String method) {
    return METHOD.matcher(method).matches();
  }

  /** The method that contains a lambda; for any other method, its own name. */
  public static String enclosing(String method) {
    Matcher lambda = METHOD.matcher(method);
    return lambda.matches() ? lambda.group(1) : method;
  }
}

package dev.lockjaw.mark;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What the marks on Lockjaw's own code say about a frame of a stack. Marks of other code, and of
 * classes that this JVM does not have, bear no marks. Any thread.
 */
public final class Marks {
  /** The name of the class loaders of woven code, in frames of stacks too. */
  public static final String WOVEN = "lockjaw-weaving";

  private static final String OURS = parent(Marks.class.getPackageName()) + '.';
  private static final Map<String, Boolean> ANSWERS = new ConcurrentHashMap<>();

  private Marks() {}

  /**
   * Whether a class is Lockjaw's own, by its package. No other code may be in Lockjaw's packages.
   *
   * @param type its full name
   */
  public static boolean ours(String type) {
    return type.startsWith(OURS);
  }

  /** Whether a frame is of a class of Lockjaw's that is in no package that is shown. */
  public static boolean unshown(StackTraceElement frame) {
    return answer("unshown", frame, type -> !packageMarked(type, Shown.class));
  }

  /** Whether a frame is one that drives a run or watches it. */
  public static boolean machinery(StackTraceElement frame) {
    return answer("machinery", frame, Marks::drives);
  }

  /** Whether a frame is of a method that only passes a call on. */
  public static boolean plumbing(StackTraceElement frame) {
    String method = frame.getMethodName();
    return answer(
        "plumbing " + method,
        frame,
        type ->
            Arrays.stream(type.getDeclaredMethods())
                .filter(one -> one.getName().equals(method))
                .anyMatch(one -> one.isAnnotationPresent(Plumbing.class)));
  }

  private static boolean drives(Class<?> type) {
    return type.getNestHost().isAnnotationPresent(Machinery.class)
        || packageMarked(type, Machinery.class);
  }

  private static boolean answer(
      String question, StackTraceElement frame, Predicate<Class<?>> marks) {
    String name = frame.getClassName();
    return ours(name)
        && ANSWERS.computeIfAbsent(
            question + ' ' + name,
            absent -> {
              try {
                return load(name).map(marks::test).orElse(false);
              } catch (LinkageError incomplete) { // an optional library is missing
                return false;
              }
            });
  }

  private static boolean packageMarked(Class<?> type, Class<? extends Annotation> mark) {
    for (String name = type.getPackageName(); OURS.length() <= name.length(); name = parent(name)) {
      if (load(name + ".package-info").filter(info -> info.isAnnotationPresent(mark)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, Marks.class.getClassLoader()));
    } catch (ClassNotFoundException absent) {
      return Optional.empty();
    }
  }
}

package dev.lockjaw.woven.calls;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ThreadFactory;

/** The builders of threads that JDK 21 brought, by reflection. */
public final class Builders {
  static final String BUILDER = "java.lang.Thread$Builder";

  private Builders() {}

  /** Makes virtual threads, as {@code Thread.ofVirtual().factory()} does. */
  public static ThreadFactory virtual() {
    Object builder = ofVirtual();
    return task -> Bodies.keep((Thread) call(builder, "unstarted", task), task);
  }

  static Object ofVirtual() {
    try {
      return Thread.class.getMethod("ofVirtual").invoke(null);
    } catch (ReflectiveOperationException before21) {
      throw new IllegalStateException("this JDK has no virtual threads", before21);
    }
  }

  static Object call(Object builder, String method, Runnable task) {
    try {
      return Class.forName(BUILDER).getMethod(method, Runnable.class).invoke(builder, task);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (ReflectiveOperationException before21) {
      throw new IllegalStateException("this JDK has no thread builders", before21);
    }
  }
}

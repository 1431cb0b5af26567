package dev.lockjaw.body;

import dev.lockjaw.weave.Copies;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.weave.WeavingLoader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Where the code of a test begins. */
@FunctionalInterface
public interface BodyEntry {
  /**
   * Makes a copy, of woven classes.
   *
   * @throws UnwovenException if that cannot be done, with the reason
   */
  Call copy(WeavingLoader loader);

  /** A copy, which can be called once. */
  @FunctionalInterface
  interface Call {
    void call(Explored with) throws Exception;
  }

  /**
   * A method of a test object.
   *
   * @param method takes nothing, or an {@link Explored}
   */
  static BodyEntry of(Object test, Method method) {
    return loader -> {
      Object copy = Copies.of(test, loader);
      return with -> invoke(copied(method, loader), copy, each(method, with));
    };
  }

  private static Object[] each(Method method, Explored with) {
    return Stream.of(method.getParameterTypes()).map(explored -> with).toArray();
  }

  private static Method copied(Method method, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> owner = Class.forName(method.getDeclaringClass().getName(), false, loader);
    return owner.getDeclaredMethod(method.getName(), method.getParameterTypes());
  }

  /** Calls a method, and throws what it throws. */
  static void invoke(Method method, Object on, Object... takes) throws Exception {
    method.setAccessible(true);
    try {
      method.invoke(on, takes);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown.getCause();
    }
  }
}

package dev.lockjaw.weave;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Objects of woven copies of classes. */
public final class Copies {
  private Copies() {}

  /**
   * Makes an object of the woven copy of an object's class. Its fields get the values that those of
   * the original have now, but for objects of classes that are copied: there it keeps what its own
   * constructor made.
   *
   * @throws UnwovenException if that cannot be done, with the reason
   */
  public static Object of(Object original, WeavingLoader loader) {
    return of(original, original.getClass(), loader);
  }

  private static Object of(Object original, Class<?> type, WeavingLoader loader) {
    loader.setDefaultAssertionStatus(type.desiredAssertionStatus());
    try {
      Class<?> copied = Class.forName(type.getName(), true, loader);
      if (copied == type) {
        throw new UnwovenException(
            type.getName()
                + (Scope.never(type.getName())
                    ? " cannot be woven: classes of the JDK, of JUnit and of Lockjaw never are, so"
                        + " move it out of package "
                        + type.getPackageName()
                    : " is in no folder, and no pattern names it"));
      }
      Object copy = make(original, type, copied, loader);
      for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
        Class<?> to = Class.forName(at.getName(), true, loader);
        if (to != at) {
          carry(original, at, copy, to);
        }
      }
      return copy;
    } catch (ReflectiveOperationException | LinkageError unable) {
      Throwable cause = unable.getCause() == null ? unable : unable.getCause();
      throw new UnwovenException(type.getName() + " cannot be copied: " + cause, unable);
    }
  }

  private static Object make(Object original, Class<?> type, Class<?> copied, WeavingLoader loader)
      throws ReflectiveOperationException {
    for (Constructor<?> maker : copied.getDeclaredConstructors()) {
      Class<?>[] takes = maker.getParameterTypes();
      boolean inner =
          takes.length == 1
              && type.getEnclosingClass() != null
              && !Modifier.isStatic(type.getModifiers())
              && takes[0].getName().equals(type.getEnclosingClass().getName());
      if (takes.length == 0) {
        maker.setAccessible(true);
        return maker.newInstance();
      }
      if (inner) {
        Object outer = outer(original, type);
        maker.setAccessible(true);
        return maker.newInstance(
            outer == null ? null : of(outer, type.getEnclosingClass(), loader));
      }
    }
    throw new UnwovenException(
        type.getName() + " cannot be copied: it has no constructor without parameters");
  }

  /** Null if the object has no use for it: since Java 18, javac leaves the field out then. */
  private static Object outer(Object original, Class<?> type) throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().startsWith("this$")) {
        field.setAccessible(true);
        return field.get(original);
      }
    }
    return null;
  }

  private static void carry(Object from, Class<?> type, Object to, Class<?> copied)
      throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (field.isSynthetic() || Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      Field target = copied.getDeclaredField(field.getName());
      field.setAccessible(true);
      target.setAccessible(true);
      Object value = field.get(from);
      boolean made = target.get(to) != null;
      boolean fits = target.getType() == field.getType();
      if (fits && (value == null || shared(value, copied, made))) {
        target.set(to, value);
      } else if (value != null && !made) {
        throw new UnwovenException(
            type.getSimpleName()
                + '.'
                + field.getName()
                + " is set from outside, to an object of a class that sessions have a copy of");
      }
    }
  }

  /**
   * Whether the copy can use a value as it is. A lambda is code of the original, and better made by
   * the copy itself.
   *
   * @param made whether the copy has made one
   */
  private static boolean shared(Object value, Class<?> copied, boolean made) {
    if (value.getClass().isHidden()) {
      return !made;
    }
    try {
      return Class.forName(value.getClass().getName(), false, copied.getClassLoader())
          == value.getClass();
    } catch (ClassNotFoundException generated) {
      return true;
    }
  }
}

package dev.lockjaw.weave;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Objects of woven copies of classes. */
public final class Copies {
  private Copies() {}

  /**
   * Makes an object of the woven copy of an object's class, with the values that its fields have
   * now, where they are of classes that are not copied.
   *
   * @throws UnwovenException if there is none, with the reason
   */
  public static Object of(Object original, WeavingLoader loader) {
    return of(original, original.getClass(), loader);
  }

  private static Object of(Object original, Class<?> type, WeavingLoader loader) {
    try {
      Class<?> copied = Class.forName(type.getName(), true, loader);
      if (copied == type) {
        throw new UnwovenException(type.getName() + " is in no folder, and no pattern names it");
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
        maker.setAccessible(true);
        return maker.newInstance(of(outer(original, type), type.getEnclosingClass(), loader));
      }
    }
    throw new UnwovenException(
        type.getName() + " cannot be copied: it has no constructor without parameters");
  }

  private static Object outer(Object original, Class<?> type) throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().startsWith("this$")) {
        field.setAccessible(true);
        return field.get(original);
      }
    }
    throw new UnwovenException(
        type.getName() + " cannot be copied: it does not keep the object that it is inside of");
  }

  private static void carry(Object from, Class<?> type, Object to, Class<?> copied)
      throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (field.isSynthetic() || Modifier.isFinal(field.getModifiers())) {
        continue;
      }
      field.setAccessible(true);
      Object value = field.get(from);
      Field target = copied.getDeclaredField(field.getName());
      if (target.getType() == field.getType() && (value == null || shared(value, copied))) {
        target.setAccessible(true);
        target.set(to, value);
      }
    }
  }

  /** Whether both copies know a value by the same class. */
  private static boolean shared(Object value, Class<?> copied) {
    try {
      return Class.forName(value.getClass().getName(), false, copied.getClassLoader())
          == value.getClass();
    } catch (ClassNotFoundException generated) {
      return true;
    }
  }
}

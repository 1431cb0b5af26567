package dev.lockjaw.corpus.driver;

import java.lang.management.LockInfo;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Names locks after the fields of a library's object that hold them. Some locks record their holder
 * in a field that the JVM does not know; these are asked for their holder.
 */
final class LockNames {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Object> locks = new HashMap<>();

  /** Reads the fields of these objects, but not fields of JDK classes, which are closed. */
  static LockNames of(Object... owners) {
    LockNames names = new LockNames();
    for (Object owner : owners) {
      for (Class<?> type = owner.getClass();
          type != Object.class && !isJdk(type);
          type = type.getSuperclass()) {
        names.add(owner, type);
      }
    }
    return names;
  }

  private void add(Object owner, Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      Object value = field.getType().isPrimitive() ? null : value(field, owner);
      if (value != null) {
        String key = key(value.getClass().getName(), System.identityHashCode(value));
        names.put(key, type.getSimpleName() + "." + field.getName());
        locks.put(key, value);
      }
    }
  }

  /** The lock's name: its field if known, else its class. */
  String of(LockInfo lock) {
    String type = lock.getClassName();
    String simple =
        type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$(Nonf|F)airSync$", "");
    String name = names.get(key(type, lock.getIdentityHashCode()));
    return name == null
        ? simple + "@" + Integer.toHexString(lock.getIdentityHashCode())
        : name + " (" + simple + ")";
  }

  /**
   * @param known the name of the holder as far as the JVM knows, or null
   * @return the name of the thread that holds it, or null
   */
  String holder(LockInfo lock, String known) {
    Thread holder = holder(lock);
    return known != null || holder == null ? known : holder.getName();
  }

  /** The holder that the lock itself records, or null. */
  Thread holder(LockInfo lock) {
    Object found = locks.get(key(lock.getClassName(), lock.getIdentityHashCode()));
    if (found != null && !isJdk(found.getClass())) {
      for (Field field : found.getClass().getDeclaredFields()) {
        if (field.getType() == Thread.class && value(field, found) instanceof Thread thread) {
          return thread;
        }
      }
    }
    return null;
  }

  private static Object value(Field field, Object owner) {
    try {
      return field.trySetAccessible() ? field.get(owner) : null;
    } catch (IllegalAccessException closed) {
      return null;
    }
  }

  private static boolean isJdk(Class<?> type) {
    return type.getModule().isNamed();
  }

  private static String key(String type, int identity) {
    return type + "@" + identity;
  }
}

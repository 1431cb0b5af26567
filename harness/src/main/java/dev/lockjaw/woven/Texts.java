package dev.lockjaw.woven;

/** Objects in words. Calls no code of theirs. */
final class Texts {
  private static final int LONGEST = 30;

  private Texts() {}

  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof String text) {
      return '"' + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + '"';
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return type(value.getClass());
  }

  static String type(Class<?> type) {
    if (type.isHidden() || type.isSynthetic()) {
      return "a lambda";
    }
    String simple = type.getSimpleName();
    return simple.isEmpty() ? type.getName().replaceFirst(".*[.]", "") : simple;
  }

  /** A lock, by the name it has in the code, or by its class. */
  static String lock(Site site, Object lock) {
    return site.object().isEmpty() ? type(lock.getClass()) : site.object();
  }

  static String monitor(Site site, Object on) {
    return "the monitor of " + monitored(site, on);
  }

  /** An object with a monitor, by the name it has in the code, or by its class. */
  static String monitored(Site site, Object on) {
    if (!site.object().isEmpty()) {
      return site.object();
    }
    return on instanceof Class<?> type ? type(type) + ".class" : type(on.getClass());
  }
}

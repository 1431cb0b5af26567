package dev.lockjaw.woven;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Which fields VarHandles and field updaters reach. Any thread. */
public final class Variables {
  private static final Map<Object, Integer> PLACES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Variables() {}

  /** A handle, or an updater, was made for a field. */
  public static void made(Object handle, Class<?> type, String field) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field declared : at.getDeclaredFields()) {
        if (declared.getName().equals(field)) {
          PLACES.put(handle, Sites.place(at.getName().replace('.', '/') + '.' + field));
          return;
        }
      }
    }
  }

  /**
   * Before a variable is accessed.
   *
   * @param of the object or the array that it is in; null if it is static
   */
  public static void reads(Object handle, Object of, int site) {
    access(handle, of, site, false);
  }

  public static void writes(Object handle, Object of, int site) {
    access(handle, of, site, true);
  }

  /** A compare-and-set has succeeded or failed. */
  public static void tried(boolean done) {
    if (!done) {
      onlyRead();
    }
  }

  /** A value was put in the place of another. */
  public static void swapped(int was, int set) {
    tried(was != set);
  }

  public static void swapped(long was, long set) {
    tried(was != set);
  }

  public static void swapped(Object was, Object set) {
    tried(was != set);
  }

  /** A value was put in the place of an expected one, if that was there. */
  public static void exchanged(int was, int expected) {
    tried(was == expected);
  }

  public static void exchanged(long was, long expected) {
    tried(was == expected);
  }

  public static void exchanged(Object was, Object expected) {
    tried(was == expected);
  }

  private static void onlyRead() {
    Points points = Points.here();
    if (points != null) {
      points.onlyRead();
    }
  }

  private static void access(Object handle, Object of, int id, boolean write) {
    Points points = Points.here();
    if (points == null || handle == null) {
      return;
    }
    Site site = Sites.of(id);
    Integer place = PLACES.get(handle);
    if (place != null) {
      points.access(site, of == null ? Woven.STATIC : of, place, write);
    } else if (of != null) { // an array or a buffer
      points.access(site, of, Points.CONTENTS, write);
    } else {
      points.access(site, handle, Points.CONTENTS, write);
      points.touchAll();
    }
  }
}

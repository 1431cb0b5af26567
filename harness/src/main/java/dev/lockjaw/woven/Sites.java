package dev.lockjaw.woven;

import dev.lockjaw.result.Act;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All sites of this JVM. Woven code names them by number. Any thread. */
public final class Sites {
  private static final Map<String, Integer> FIELDS = new ConcurrentHashMap<>();
  private static volatile Site[] all = new Site[256];
  private static volatile BitSet met = new BitSet();
  private static int count;
  private static int places;

  private Sites() {}

  static Site of(int id) {
    return all[id];
  }

  /** Says that threads may meet at a place in ways that woven code does not show. */
  public static synchronized void isMet(int place) {
    BitSet more = (BitSet) met.clone();
    more.set(place);
    met = more;
  }

  static boolean met(int place) {
    return met.get(place);
  }

  /** The place of a field, as {@code com/example/Link.closed}. */
  public static int place(String field) {
    return FIELDS.computeIfAbsent(field, unknown -> newPlace());
  }

  /** A place that is not there yet. */
  public static synchronized int newPlace() {
    return places++;
  }

  /** Adds a site; a negative place stands for one of its own. */
  public static Site add(
      int place, Act.Kind kind, String type, String method, int line, String what, String object) {
    return add(place, kind, type, method, line, what, object, null);
  }

  /**
   * As {@link #add(int, Act.Kind, String, String, int, String, String)}.
   *
   * @param at the line with the full name of its class and with its file; or null
   */
  public static synchronized Site add(
      int place,
      Act.Kind kind,
      String type,
      String method,
      int line,
      String what,
      String object,
      StackTraceElement at) {
    Site[] sites = all;
    if (count == sites.length) {
      sites = Arrays.copyOf(sites, count * 2);
    }
    Site site =
        new Site(
            count,
            place < 0 ? newPlace() : place,
            kind,
            type,
            method,
            line,
            what,
            object,
            Memory.ORDER,
            "",
            false,
            at);
    sites[count++] = site;
    all = sites;
    return site;
  }

  /** Says what an act at a site means to the memory model, which is otherwise an order. */
  public static synchronized void mean(int id, Memory memory, String subject, boolean lingers) {
    all[id] = all[id].with(id, memory, subject, lingers);
  }

  /** A second act at a site, on another object. */
  public static synchronized int also(int id, Memory memory) {
    Site[] sites = all;
    if (count == sites.length) {
      sites = Arrays.copyOf(sites, count * 2);
    }
    sites[count] = sites[id].with(count, memory, "", false);
    all = sites;
    return count++;
  }
}

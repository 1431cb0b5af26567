package dev.lockjaw.arena;

import dev.lockjaw.mark.Marks;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Whose an object is: the session and the field that lead to it. It reads the fields of a user's
 * sessions, and of the objects behind them, when it is asked, and calls no code of theirs. Fields
 * are read in the order of their names, so a name is the same in every run of a schedule. Any
 * thread.
 */
public final class Owners {
  /** Objects looked at in one walk. A larger session shows only what is near to it. */
  private static final int MOST = 5_000;

  /** Containers of the JDK that can be gone through without a lock. */
  private static final Set<Class<?>> CONTAINERS =
      Set.of(
          ArrayDeque.class,
          ArrayList.class,
          ConcurrentHashMap.class,
          CopyOnWriteArrayList.class,
          HashMap.class,
          LinkedHashMap.class,
          LinkedHashSet.class,
          LinkedList.class,
          TreeMap.class);

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return fields(type);
        }
      };

  private final Map<String, Supplier<?>> sessions = new LinkedHashMap<>();
  private final Set<Object> unknown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Object, Place> known = new IdentityHashMap<>();
  private int open;

  /**
   * Where an object is.
   *
   * @param object the object itself
   * @param path the field that leads to it, such as {@code Link.lock}; the class of a session
   * @param sessions the sessions that lead to it; empty if only a static field does
   */
  public record Place(Object object, String path, Set<String> sessions) {
    /** As a person reads it: {@code Link.lock of client}. */
    public String text() {
      return path + of();
    }

    /** Whose it is, to follow a name: {@code of client}. */
    public String of() {
      return sessions.isEmpty() ? "" : " of " + String.join(" and ", sessions);
    }
  }

  /** Adds a session of the user's; the supplier gives null until the session is there. */
  public synchronized void add(String session, Supplier<?> user) {
    sessions.put(session, user);
  }

  /**
   * Whose an object is if there is more than one session, to follow a name: {@code of left}; else
   * empty.
   */
  public synchronized String whose(Object object) {
    return sessions.size() < 2 ? "" : place(object).map(Place::of).orElse("");
  }

  /**
   * Where an object is; empty if no field leads to it. An object that moves keeps its first place.
   */
  public synchronized Optional<Place> place(Object object) {
    int now = (int) sessions.values().stream().filter(user -> user.get() != null).count();
    if (now != open) {
      open = now;
      known.clear();
      unknown.clear();
    }
    if (!known.containsKey(object) && unknown.add(object)) {
      places().forEach(known::putIfAbsent);
    }
    return Optional.ofNullable(known.get(object));
  }

  /**
   * A lock of the JDK's, or another object that threads meet at, as a person reads it: {@code
   * ReentrantLock Link.lock of client}.
   *
   * @param known the name that it has in the code, for an object that no field leads to
   */
  public String name(Object object, String known) {
    return place(object).map(Owners::withType).orElse(known);
  }

  /** As {@link #name}, for an object's monitor: {@code the monitor of Link.guard of client}. */
  public String monitor(Object object, String known) {
    return place(object).map(place -> "the monitor of " + place.text()).orElse(known);
  }

  /** Such as {@code ReentrantLock Link.lock of client}. */
  static String withType(Place place) {
    String type = type(place.object().getClass());
    return type.equals(place.path()) ? place.text() : type + ' ' + place.text();
  }

  /** All objects that the sessions lead to, with their places, nearest first. */
  synchronized Map<Object, Place> places() {
    Map<Object, Place> places = new IdentityHashMap<>();
    sessions.forEach(
        (name, user) -> {
          Object root = user.get();
          if (root != null) {
            new Walk(name, places).from(root);
          }
        });
    return places;
  }

  /** A class of the user's; a stand-in of Lockjaw's goes by the name of the JDK's. */
  private static String type(Class<?> type) {
    Class<?> shown =
        Marks.ours(type.getName()) && type.getSuperclass() != Object.class
            ? type.getSuperclass()
            : type;
    String simple = shown.getSimpleName();
    return simple.isEmpty() ? shown.getName().replaceFirst(".*[.]", "") : simple;
  }

  /** The objects behind one session, breadth first. */
  private static final class Walk {
    private final String session;
    private final Map<Object, Place> places;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Object> next = new ArrayDeque<>();

    Walk(String session, Map<Object, Place> places) {
      this.session = session;
      this.places = places;
    }

    void from(Object root) {
      meet(root, type(root.getClass()), false);
      while (!next.isEmpty() && seen.size() < MOST) {
        Object object = next.remove();
        if (object == root || users(object.getClass())) {
          FIELDS.get(object.getClass()).forEach(field -> follow(object, field));
        } else {
          elements(object, places.get(object).path());
        }
      }
    }

    private void follow(Object object, Field field) {
      boolean shared = Modifier.isStatic(field.getModifiers());
      try {
        Object value = field.get(shared ? null : object);
        if (value != null) {
          Class<?> in = field.getDeclaringClass();
          boolean nameless = in.isHidden() || in.isSynthetic() || Marks.ours(in.getName());
          String path = nameless ? type(value.getClass()) : type(in) + '.' + field.getName();
          meet(value, path, shared);
        }
      } catch (IllegalAccessException | LinkageError unreadable) {
        // then what it leads to has no name
      }
    }

    private void elements(Object container, String path) {
      BiConsumer<Object, Object> element =
          (key, value) -> {
            if (value != null) {
              meet(value, path + '[' + key + ']', false);
            }
          };
      if (container instanceof Object[] array) {
        for (int i = 0; i < Array.getLength(array); i++) {
          element.accept(i, array[i]);
        }
      } else if (CONTAINERS.contains(container.getClass())) {
        try {
          each(container, element);
        } catch (RuntimeException changing) {
          // another thread stands in the middle of a change
        }
      }
    }

    private static void each(Object container, BiConsumer<Object, Object> element) {
      if (container instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          element.accept(entry.getKey() instanceof String key ? key : "...", entry.getValue());
        }
        return;
      }
      int index = 0;
      for (Object one : (Collection<?>) container) {
        element.accept(index++, one);
      }
    }

    /** An object that is met again keeps its first path, which is the shortest one. */
    private void meet(Object object, String path, boolean shared) {
      if (!seen.add(object)) {
        return;
      }
      Place place =
          places.computeIfAbsent(object, same -> new Place(same, path, new LinkedHashSet<>(2)));
      if (!shared) {
        place.sessions().add(session);
      }
      next.add(object);
    }
  }

  private static boolean users(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && !Marks.ours(type.getName())
        && !type.isEnum()
        && !Thread.class.isAssignableFrom(type)
        && !ClassLoader.class.isAssignableFrom(type);
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      try {
        Arrays.stream(at.getDeclaredFields())
            .filter(field -> !field.getType().isPrimitive())
            .sorted(Comparator.comparing(Field::getName))
            .filter(Field::trySetAccessible)
            .forEach(fields::add);
      } catch (LinkageError incomplete) {
        // a class that a field needs is missing
      }
    }
    return List.copyOf(fields);
  }
}

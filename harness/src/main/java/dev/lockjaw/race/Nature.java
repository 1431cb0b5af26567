package dev.lockjaw.race;

import dev.lockjaw.mark.Marks;
import dev.lockjaw.woven.WovenClasses;
import java.nio.Buffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** What an object of a class does to the order of the threads that call it. */
enum Nature {
  /** A class is woven: what it does is seen as it does it. */
  WOVEN,
  /** Known not to order threads. A call is an access to its data. */
  DATA,
  /** Of no account: it never changes, or belongs to one thread. */
  INERT,
  /** Orders threads, and keeps to itself. A read hands nothing over. */
  ORDERING,
  /** Takes a lock for each call, and keeps to itself. */
  LOCKING,
  /** A lock of the JDK's. */
  LOCK,
  /** Runs what it is given on threads that no run knows of. */
  OUTSIDE,
  /** Nothing is known. */
  UNKNOWN;

  private static final String UTIL = "java.util.";

  private static final Set<String> OF_DATA =
      Set.of(
          "ArrayList",
          "LinkedList",
          "ArrayDeque",
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "HashSet",
          "LinkedHashSet",
          "TreeSet",
          "PriorityQueue",
          "BitSet",
          "IdentityHashMap",
          "EnumMap",
          "RegularEnumSet",
          "JumboEnumSet");

  /** Beginnings of names in java.util. */
  private static final List<String> INERT_ONES =
      List.of(
          "ImmutableCollections",
          "Collections$Empty",
          "Collections$Singleton",
          "Arrays$",
          "HashMap$Node",
          "HashMap$TreeNode",
          "LinkedHashMap$Entry",
          "TreeMap$Entry",
          "AbstractMap$Simple",
          "KeyValueHolder",
          "Optional",
          "UUID",
          "Locale",
          "Base64",
          "stream.",
          "regex.",
          "function.",
          "concurrent.TimeUnit",
          "concurrent.ThreadLocalRandom");

  private static final List<String> LOCKING_ONES =
      List.of("Vector", "Stack", "Hashtable", "Properties", "Collections$Synchronized", "Random");

  /** In java.util.concurrent, of which one may complete another or belongs to threads. */
  private static final List<String> ENTANGLED =
      List.of(
          "concurrent.ExecutorCompletionService",
          "concurrent.Executors",
          "concurrent.Flow",
          "concurrent.SubmissionPublisher");

  private static final ClassValue<Nature> KNOWN =
      new ClassValue<>() {
        @Override
        protected Nature computeValue(Class<?> type) {
          return of(type);
        }
      };

  static Nature of(Object object) {
    return KNOWN.get(object.getClass());
  }

  private static Nature of(Class<?> type) {
    Class<?> host = type.isHidden() ? type.getNestHost() : type; // a lambda
    if (host.getClassLoader() instanceof WovenClasses loader && loader.weaves(host)) {
      return WOVEN;
    }
    String name = type.getName();
    if (type.isArray()
        || Buffer.class.isAssignableFrom(type)
        || name.endsWith("lang.StringBuilder")) {
      return DATA;
    }
    if (Lock.class.isAssignableFrom(type)
        || ReadWriteLock.class.isAssignableFrom(type)
        || type == StampedLock.class
        || type == Semaphore.class) {
      return name.startsWith("java.") || Marks.ours(name) ? LOCK : UNKNOWN;
    }
    if (CompletableFuture.class.isAssignableFrom(type)) {
      return UNKNOWN; // to complete one may complete any other
    }
    if (Marks.ours(name)) {
      return ORDERING;
    }
    boolean ofJdk = type.getClassLoader() == null;
    if (Executor.class.isAssignableFrom(type) || name.startsWith("java.util.Timer")) {
      return OUTSIDE;
    }
    if (type == Object.class || type == Class.class || Thread.class.isAssignableFrom(type)) {
      return ORDERING;
    }
    if (ofJdk && name.startsWith(UTIL)) {
      return ofUtil(name.substring(UTIL.length()));
    }
    if (ofJdk && (name.startsWith("java.lang.") || name.startsWith("java.time."))) {
      return name.equals("java.lang.StringBuffer") ? LOCKING : INERT;
    }
    return UNKNOWN;
  }

  private static Nature ofUtil(String name) {
    if (OF_DATA.contains(name)) {
      return DATA;
    }
    if (INERT_ONES.stream().anyMatch(name::startsWith)) {
      return INERT;
    }
    if (LOCKING_ONES.stream().anyMatch(name::startsWith)) {
      return LOCKING;
    }
    return name.startsWith("concurrent.") && ENTANGLED.stream().noneMatch(name::startsWith)
        ? ORDERING
        : UNKNOWN;
  }
}

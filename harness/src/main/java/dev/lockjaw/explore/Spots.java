package dev.lockjaw.explore;

import dev.lockjaw.arena.ForeignLocks;
import dev.lockjaw.arena.Holds;
import dev.lockjaw.arena.Owners;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Points;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What woven code has touched in one run, by identity. Only the actor that has the turn uses it.
 */
final class Spots {
  private Spot[] table = new Spot[512];
  private int count;
  private final Map<Object, Object> views = new IdentityHashMap<>(0);
  private final Map<Object, Map<Class<?>, Object>> beside = new IdentityHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  /** The spot of a part of an object, or of what that is a view of. */
  Spot at(Object object, int part) {
    Object seen = part == Points.CONTENTS ? source(object) : object;
    int hash = System.identityHashCode(seen) * 31 + part * 0x9E3779B9;
    hash ^= hash >>> 15;
    int mask = table.length - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      Spot spot = table[i];
      if (spot == null) {
        return add(new Spot(seen, part, hash));
      }
      if (spot.object == seen && spot.part == part) {
        return spot;
      }
    }
  }

  private Object source(Object object) {
    if (object instanceof java.nio.ByteBuffer buffer) {
      return buffer.hasArray() ? buffer.array() : java.nio.ByteBuffer.class;
    }
    if (object instanceof CompletableFuture) {
      return CompletableFuture.class; // to complete one may complete any other
    }
    return views.isEmpty() ? object : views.getOrDefault(object, object);
  }

  private Spot add(Spot spot) {
    if (++count * 2 > table.length) {
      Spot[] old = table;
      table = new Spot[old.length * 2];
      for (Spot one : old) {
        if (one != null) {
          insert(one);
        }
      }
    }
    insert(spot);
    return spot;
  }

  private void insert(Spot spot) {
    int mask = table.length - 1;
    int i = spot.hash & mask;
    while (table[i] != null) {
      i = (i + 1) & mask;
    }
    table[i] = spot;
  }

  void view(Object view, Object of) {
    if (view != of) {
      views.put(view, source(of));
    }
  }

  <T> T beside(Object real, Class<T> type, Supplier<T> make) {
    return type.cast(
        beside
            .computeIfAbsent(real, object -> new HashMap<>(2))
            .computeIfAbsent(type, missing -> make.get()));
  }

  /** An object of woven code as a lock. If its monitor is taken, the JVM knows of that, too. */
  private static final class Monitored extends Shared {
    final Object object;
    final boolean monitor;

    Monitored(String name, Spot spot) {
      super(name);
      this.object = spot.object;
      this.monitor = spot.part == Points.MONITOR;
    }
  }

  /** A lock as people read it: with the field that it is in, and whose it is. */
  static String shown(Shared lock, Owners owners) {
    if (!(lock instanceof Monitored of)) {
      return lock.name();
    }
    return of.monitor
        ? owners.monitor(of.object, lock.name())
        : owners.name(of.object, lock.name());
  }

  /** The objects of woven code among the locks that an actor holds, as the JVM names them. */
  static Set<String> identities(Holds holds) {
    return IntStream.range(0, holds.size())
        .mapToObj(holds::lock)
        .filter(Monitored.class::isInstance)
        .map(lock -> ForeignLocks.identity(((Monitored) lock).object))
        .collect(Collectors.toSet());
  }

  /** A spot as a lock or something waited for. */
  Shared named(Spot spot, String name) {
    if (spot.named == null) {
      spot.named = new Monitored(unique(name), spot);
    }
    return spot.named;
  }

  /** The name of a thread, without the numbers that count threads from one run to the next. */
  String unique(Thread thread) {
    String name = thread.getName().replaceAll("[-_ #]\\d+", "");
    return unique(name.isEmpty() ? "virtual" : name);
  }

  /** A name that nothing else of the run has. */
  String unique(String name) {
    int times = names.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + " #" + times;
  }
}

package dev.lockjaw.race;

import java.util.function.Supplier;

/** What a run keeps beside parts of objects, by identity. */
final class Places {
  private Place[] table = new Place[512];
  private int count;

  private static final class Place {
    final Object object;
    final int part;
    final int hash;
    final Object kept;

    Place(Object object, int part, int hash, Object kept) {
      this.object = object;
      this.part = part;
      this.hash = hash;
      this.kept = kept;
    }
  }

  /** What is kept there, made at the first call. */
  <T> T at(Object object, int part, Class<T> type, Supplier<T> make) {
    int hash = System.identityHashCode(object) * 31 + part * 0x9E3779B9;
    hash ^= hash >>> 15;
    int mask = table.length - 1;
    int i = hash & mask;
    for (Place place = table[i]; place != null; place = table[i]) {
      if (place.object == object && place.part == part) {
        return type.cast(place.kept);
      }
      i = (i + 1) & mask;
    }
    T made = make.get();
    table[i] = new Place(object, part, hash, made);
    if (++count * 2 > table.length) {
      grow();
    }
    return made;
  }

  private void grow() {
    Place[] old = table;
    table = new Place[old.length * 2];
    int mask = table.length - 1;
    for (Place place : old) {
      if (place != null) {
        int i = place.hash & mask;
        while (table[i] != null) {
          i = (i + 1) & mask;
        }
        table[i] = place;
      }
    }
  }
}

package dev.lockjaw.watch.hook;

import java.util.Arrays;

/** A map from long to long, without boxes. Forgets all when it has grown too large. One thread. */
final class LongTable {
  private static final int LARGEST = 1 << 14;

  private long[] keys = new long[32];
  private long[] values = new long[32];
  private int size;

  /** The value of a key; 0 if there is none. */
  long get(long key) {
    int at = slot(key);
    return keys[at] == key ? values[at] : 0;
  }

  /** Keeps a value. The key is not 0. */
  void put(long key, long value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int at = slot(key);
    if (keys[at] == 0) {
      size++;
    }
    keys[at] = key;
    values[at] = value;
  }

  void clear() {
    if (size != 0) {
      Arrays.fill(keys, 0);
      size = 0;
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int at = (int) (key ^ key >>> 32) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    if (keys.length == LARGEST) {
      clear();
      return;
    }
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }
}

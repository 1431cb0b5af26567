package dev.lockjaw.watch.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the entries that were put in last, so many at most. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  Recent(int most) {
    this.most = most;
  }

  @Override
  public V put(K key, V value) {
    remove(key);
    return super.put(key, value);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}

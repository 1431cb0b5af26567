package dev.lockjaw.watch.hook;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A map from objects, compared by identity, that does not keep them alive. Any thread.
 *
 * @param <V> the type of the values
 */
final class Identities<V> {
  private final ConcurrentHashMap<Key, V> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** An object, by its identity. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key key && key.refersTo(mine);
    }
  }

  /** What a key is looked up by: costs the collector nothing, as a weak reference would. */
  private static final class Question {
    private final Object object;

    Question(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.refersTo(object);
    }
  }

  V get(Object object) {
    return known.get(new Question(object)); // the map asks the question, not the key
  }

  /** Keeps a value for an object, in place of an earlier one. */
  void put(Object object, V value) {
    sweep();
    known.put(new Key(object, gone), value);
  }

  private void sweep() {
    for (Object old = gone.poll(); old != null; old = gone.poll()) {
      known.remove(old);
    }
  }

  /** Keeps a value for an object, unless there is one; returns the value that is kept. */
  V putIfAbsent(Object object, V value) {
    sweep();
    V other = known.putIfAbsent(new Key(object, gone), value);
    return other == null ? value : other;
  }
}

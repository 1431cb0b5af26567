package dev.lockjaw.watch.judge;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

/** A list that is worked out when it is first looked at. Most are never looked at. */
final class Later<T> extends AbstractList<T> {
  private Supplier<List<T>> source;
  private List<T> list;

  Later(Supplier<List<T>> source) {
    this.source = source;
  }

  private List<T> list() {
    if (list == null) {
      list = source.get();
      source = null;
    }
    return list;
  }

  @Override
  public T get(int index) {
    return list().get(index);
  }

  @Override
  public int size() {
    return list().size();
  }
}

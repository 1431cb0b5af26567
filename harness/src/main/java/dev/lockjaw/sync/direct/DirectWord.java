package dev.lockjaw.sync.direct;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Word;
import java.util.concurrent.atomic.AtomicLong;

/** A word for free-running threads. */
final class DirectWord implements Word {
  private final AtomicLong value;
  private final Shared shared;

  DirectWord(String name, long initial) {
    value = new AtomicLong(initial);
    shared = new Shared(name);
  }

  @Override
  public long get() {
    return value.get();
  }

  @Override
  public void set(long to) {
    value.set(to);
  }

  @Override
  public long getAndAdd(long delta) {
    return value.getAndAdd(delta);
  }

  @Override
  public boolean compareAndSet(long expected, long to) {
    return value.compareAndSet(expected, to);
  }

  @Override
  public long peek() {
    return value.get();
  }

  @Override
  public Shared shared() {
    return shared;
  }
}

package dev.lockjaw.stress;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Word;
import java.util.concurrent.atomic.AtomicLong;

/** A word, with a scheduling point before every access. */
final class StressWord extends Shared implements Word {
  private final StressRun run;
  private final AtomicLong value;

  StressWord(StressRun run, String name, long initial) {
    super(name);
    this.run = run;
    this.value = new AtomicLong(initial);
  }

  @Override
  public long get() {
    run.point("read word", this);
    return value.get();
  }

  @Override
  public void set(long to) {
    run.point("write word", this);
    value.set(to);
  }

  @Override
  public long getAndAdd(long delta) {
    run.point("add to word", this);
    return value.getAndAdd(delta);
  }

  @Override
  public boolean compareAndSet(long expected, long to) {
    run.point("compare and set word", this);
    return value.compareAndSet(expected, to);
  }

  @Override
  public long peek() {
    return value.get();
  }

  @Override
  public Shared shared() {
    return this;
  }
}

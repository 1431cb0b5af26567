package dev.lockjaw.explore;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Word;

/** A word whose every access is a scheduling point. */
final class ControlledWord extends Shared implements Word {
  private final ControlledRun run;
  private long value;

  ControlledWord(ControlledRun run, String name, long initial) {
    super(name);
    this.run = run;
    this.value = initial;
  }

  @Override
  public long get() {
    run.point("read word", this);
    run.amend(() -> "read " + name() + ": " + show(value));
    return value;
  }

  @Override
  public void set(long to) {
    run.point("write word", this);
    run.amend(() -> "write " + name() + " := " + show(to));
    value = to;
  }

  @Override
  public long getAndAdd(long delta) {
    run.point("add to word", this);
    long before = value;
    value += delta;
    run.amend(() -> "add " + delta + " to " + name() + ": " + show(before + delta));
    return before;
  }

  @Override
  public boolean compareAndSet(long expected, long to) {
    run.point("compare and set word", this);
    if (value != expected) {
      run.amend(() -> "set " + name() + " to " + show(to) + ": refused, it has changed meanwhile");
      return false;
    }
    value = to;
    run.amend(() -> "set " + name() + " to " + show(to));
    return true;
  }

  @Override
  public long peek() {
    return value;
  }

  @Override
  public Shared shared() {
    return this;
  }

  private static String show(long value) {
    return Math.abs(value) < 1 << 20 ? Long.toString(value) : "0x" + Long.toHexString(value);
  }
}

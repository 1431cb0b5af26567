package dev.lockjaw.explore;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Word;

/** A word. Each access to it is a scheduling point. */
final class ControlledWord extends Shared implements Word {
  private static final Act READ = access("", "read word");
  private static final Act WRITE = access("", "write word");
  private static final Act ADD = access("", "add to word");
  private static final Act COMPARE_AND_SET = access("", "compare and set word");

  private final ControlledRun run;
  private long value;

  ControlledWord(ControlledRun run, String name, long initial) {
    super(name);
    this.run = run;
    this.value = initial;
  }

  @Override
  public long get() {
    run.look(READ, this);
    run.amend(() -> act("read " + name() + ": " + show(value)));
    return value;
  }

  @Override
  public void set(long to) {
    run.look(WRITE, this);
    run.amend(() -> act("write " + name() + " := " + show(to)));
    if (value != to) {
      value = to;
      run.changes(this);
    }
  }

  @Override
  public long getAndAdd(long delta) {
    run.look(ADD, this);
    long before = value;
    if (delta != 0) {
      value += delta;
      run.changes(this);
    }
    run.amend(() -> act("add " + delta + " to " + name() + ": " + show(before + delta)));
    return before;
  }

  @Override
  public boolean compareAndSet(long expected, long to) {
    run.look(COMPARE_AND_SET, this);
    if (value != expected) {
      run.amend(
          () -> act("set " + name() + " to " + show(to) + ": refused, it has changed meanwhile"));
      return false;
    }
    value = to;
    run.changes(this);
    run.amend(() -> act("set " + name() + " to " + show(to)));
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

  private Act act(String wording) {
    return access(name(), wording);
  }

  private static Act access(String word, String wording) {
    return Act.of(Act.Kind.WORD, word, wording);
  }

  private static String show(long value) {
    return Math.abs(value) < 1 << 20 ? Long.toString(value) : "0x" + Long.toHexString(value);
  }
}

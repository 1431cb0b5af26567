package dev.lockjaw.sync;

import dev.lockjaw.explore.ControlledRun;

/** Counts who is in a critical section, and the most there ever were. */
public final class Crowd {
  private final ControlledRun run;
  private final Shared place = new Shared("place");
  private int inside;
  private int most;

  public Crowd(ControlledRun run) {
    this.run = run;
  }

  /** Goes in, lets others run, and leaves. */
  public void visit() {
    enter();
    run.point("inside", place);
    inside--;
  }

  private void enter() {
    run.point("enter", place);
    inside++;
    most = Math.max(most, inside);
  }

  @Override
  public String toString() {
    return "most " + most;
  }
}

package dev.lockjaw.sync;

import dev.lockjaw.schedule.ControlledRun;

/** Counts who is in a critical section, and the most there ever were. */
final class Crowd {
  private final ControlledRun run;
  private final Shared place = new Shared("place");
  private int inside;
  private int most;

  Crowd(ControlledRun run) {
    this.run = run;
  }

  /** Goes in, lets others run, and leaves. */
  void visit() {
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

package dev.lockjaw.sync;

import dev.lockjaw.explore.ControlledRun;

/** Counts the threads in a critical section, and the maximum so far. */
public final class Crowd {
  private final ControlledRun run;
  private final Shared place = new Shared("place");
  private int inside;
  private int most;

  public Crowd(ControlledRun run) {
    this.run = run;
  }

  /** Enters, lets other threads run, and leaves. */
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

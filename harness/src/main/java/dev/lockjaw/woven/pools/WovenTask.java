package dev.lockjaw.woven.pools;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.StandIn;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A task with a scheduling point before it is done, as others may ask whether it is. */
public class WovenTask<T> extends FutureTask<T> implements StandIn {
  static final Site DONE =
      Sites.add(-1, Act.Kind.TASK, "FutureTask", "run", 0, "complete a task", "");

  public WovenTask(Callable<T> task) {
    super(task);
  }

  public WovenTask(Runnable task, T value) {
    super(task, value);
  }

  @Override
  protected void set(T value) {
    completes();
    super.set(value);
  }

  @Override
  protected void setException(Throwable thrown) {
    completes();
    super.setException(thrown);
  }

  private void completes() {
    Points points = Points.here();
    if (points != null) {
      points.access(DONE, this, Points.CONTENTS, true);
    }
  }
}

package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.calls.TimeOfDay;
import java.util.TimerTask;

/** {@link TimerTask}s. */
public final class TimerCalls {
  private TimerCalls() {}

  /** A timer task in a run. */
  static final class State {
    boolean scheduled;
    boolean cancelled;
    long at;
  }

  /** Takes note that a task is given to a timer; it can be once. */
  static State scheduled(TimerTask task) {
    State state = state(Points.here(), task);
    if (state.scheduled || state.cancelled) {
      throw new IllegalStateException("Task already scheduled or cancelled");
    }
    state.scheduled = true;
    return state;
  }

  private static State state(Points points, TimerTask task) {
    return points.beside(task, State.class, State::new);
  }

  public static boolean cancel(TimerTask self, int id) {
    Points points = Points.here();
    boolean real = self.cancel();
    if (points == null) {
      return real;
    }
    points.access(Here.site(id), self, Points.CONTENTS, true);
    State state = state(points, self);
    boolean first = state.scheduled && !state.cancelled;
    state.cancelled = true;
    return first;
  }

  public static long scheduledExecutionTime(TimerTask self, int site) {
    Points points = Points.here();
    return points == null
        ? self.scheduledExecutionTime()
        : TimeOfDay.millis(state(points, self).at);
  }
}

package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.OutsideThreads;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.calls.TimeOfDay;
import java.util.Date;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A timer whose thread is one of a run, where it is used in one. */
public class WovenTimer extends Timer {
  private final boolean ofRun = Points.here() != null;
  private final String name;

  public WovenTimer() {
    this("Timer", false);
  }

  public WovenTimer(boolean daemon) {
    this("Timer", daemon);
  }

  public WovenTimer(String name) {
    this(name, false);
  }

  @SuppressWarnings("this-escape") // Timer.cancel calls nothing that a subclass can override
  public WovenTimer(String name, boolean daemon) {
    super(name, daemon || Points.here() != null);
    this.name = name;
    if (ofRun) {
      super.cancel(); // ends the thread that the JDK's timer has started
      OutsideThreads.idle();
    }
  }

  /** A timer has one thread, and nothing is left to do once it is cancelled. */
  private final class Rules implements TimedCrew.Rules {
    @Override
    public int core() {
      return 1;
    }

    @Override
    public ThreadFactory factory() {
      return work -> new Thread(work, name);
    }

    @Override
    public void reject(Runnable task) {
      throw new IllegalStateException("Timer already cancelled.");
    }

    @Override
    public boolean keeps(boolean periodic) {
      return false;
    }
  }

  private TimedCrew crew() {
    return Crew.of(this, TimedCrew.class, ofRun, () -> new TimedCrew(new Rules()));
  }

  @Override
  public void schedule(TimerTask task, long delay) {
    if (crew() == null) {
      super.schedule(task, delay);
    } else {
      add(task, delay, 0);
    }
  }

  @Override
  public void schedule(TimerTask task, Date time) {
    if (crew() == null) {
      super.schedule(task, time);
    } else {
      add(task, until(time), 0);
    }
  }

  @Override
  public void schedule(TimerTask task, long delay, long period) {
    if (crew() == null) {
      super.schedule(task, delay, period);
    } else {
      add(task, delay, -positive(period));
    }
  }

  @Override
  public void schedule(TimerTask task, Date first, long period) {
    if (crew() == null) {
      super.schedule(task, first, period);
    } else {
      add(task, until(first), -positive(period));
    }
  }

  @Override
  public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
    if (crew() == null) {
      super.scheduleAtFixedRate(task, delay, period);
    } else {
      add(task, delay, positive(period));
    }
  }

  @Override
  public void scheduleAtFixedRate(TimerTask task, Date first, long period) {
    if (crew() == null) {
      super.scheduleAtFixedRate(task, first, period);
    } else {
      add(task, until(first), positive(period));
    }
  }

  private static long positive(long period) {
    if (period <= 0) {
      throw new IllegalArgumentException("Non-positive period.");
    }
    return period;
  }

  private static long until(Date time) {
    return Math.max(0, time.getTime() - TimeOfDay.millis(Points.here()));
  }

  private void add(TimerTask task, long delay, long period) {
    if (delay < 0) {
      throw new IllegalArgumentException("Negative delay.");
    }
    TimedCrew crew = crew();
    TimerCalls.State state = TimerCalls.scheduled(task);
    Appointment[] appointment = new Appointment[1];
    appointment[0] =
        new Appointment(
            crew,
            task,
            () -> perform(crew, task, state, appointment[0]),
            () -> state.cancelled,
            TimeUnit.MILLISECONDS.toNanos(delay),
            TimeUnit.MILLISECONDS.toNanos(period));
    crew.add(appointment[0]);
  }

  /** What a task throws ends the timer. */
  private static void perform(
      TimedCrew crew, TimerTask task, TimerCalls.State state, Appointment appointment) {
    state.at = appointment.at();
    boolean failed = true;
    try {
      task.run();
      failed = false;
    } finally {
      if (failed && Points.here().present()) {
        crew.shutdown();
      }
    }
  }

  @Override
  public void cancel() {
    TimedCrew crew = Points.here() == null ? null : crew();
    if (crew == null) {
      super.cancel();
    } else {
      crew.shutdown();
    }
  }

  @Override
  public int purge() {
    return Points.here() == null ? super.purge() : 0;
  }
}

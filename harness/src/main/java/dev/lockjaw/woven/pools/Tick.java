package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What a scheduler gives back for a task. */
final class Tick<T> extends WovenTask<T> implements RunnableScheduledFuture<T> {
  private final boolean heard;
  private final Appointment appointment;

  /**
   * @param heard whether the task has a result, so that somebody asks for it
   */
  Tick(TimedCrew crew, Callable<T> task, boolean heard, long delay, long period) {
    super(task);
    this.heard = heard;
    this.appointment = new Appointment(crew, this, this, this::isDone, delay, period);
  }

  Tick<T> scheduled(TimedCrew crew) {
    crew.add(appointment);
    return this;
  }

  @Override
  public void run() {
    if (isPeriodic()) {
      runAndReset();
    } else {
      super.run();
    }
  }

  /** The scheduler keeps what a task throws to itself; a programming error is a finding. */
  @Override
  protected void setException(Throwable thrown) {
    Points points = Points.here();
    if (!heard && points != null && isError(thrown)) {
      points.unheard(thrown);
    }
    super.setException(thrown);
  }

  /** Other exceptions are how a task learns that its session is closed. */
  private static boolean isError(Throwable thrown) {
    return thrown instanceof RuntimeException
        && !(thrown instanceof UncheckedIOException)
        && !(thrown instanceof IllegalStateException)
        && !(thrown instanceof RejectedExecutionException);
  }

  @Override
  public boolean isPeriodic() {
    return appointment.periodic();
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(appointment.at() - Points.here().clock(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }
}

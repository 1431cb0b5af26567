package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.util.function.BooleanSupplier;

/** A task that is to be performed at a time of a run's clock, once or again and again. */
final class Appointment implements Runnable {
  /** A delay that a machine may well make of none, in nanoseconds. */
  private static final long SHORT = 1_000_000_000;

  private final TimedCrew crew;
  private final Object handle;
  private final Runnable task;
  private final BooleanSupplier cancelled;
  private final long period;
  private boolean early;
  private long at;
  private int generation;

  /** What the calling thread performs. */
  private static final class Performed {
    Appointment now;
  }

  /**
   * @param handle by which another thread may cancel it
   * @param task what is performed
   * @param cancelled whether it is to be performed no more
   * @param delay from now, in nanoseconds
   * @param period positive from one beginning to the next, negative from an end to the next
   *     beginning, 0 if it is performed once
   */
  Appointment(
      TimedCrew crew,
      Object handle,
      Runnable task,
      BooleanSupplier cancelled,
      long delay,
      long period) {
    this.crew = crew;
    this.handle = handle;
    this.task = task;
    this.cancelled = cancelled;
    this.period = period;
    this.early = period != 0 || delay <= SHORT;
    this.at = Points.here().in(Math.max(0, delay));
    Appointment cause = performed().now;
    this.generation = cause == null ? 0 : cause.generation + 1;
  }

  private static Performed performed() {
    Points points = Points.here();
    return points.beside(points.me(), Performed.class, Performed::new);
  }

  @Override
  public void run() {
    Performed performed = performed();
    performed.now = this;
    try {
      task.run();
    } finally {
      performed.now = null;
    }
    if (period != 0 && live()) {
      generation++;
      at = period > 0 ? at + period : Points.here().in(-period);
      crew.again(this);
    }
  }

  boolean live() {
    return !cancelled.getAsBoolean();
  }

  boolean periodic() {
    return period != 0;
  }

  /** When it is due. */
  long at() {
    return at;
  }

  Object handle() {
    return handle;
  }

  Runnable task() {
    return task;
  }

  /** How many tasks have led to it, each of which made the next or was the same before. */
  int generation() {
    return generation;
  }

  /** Whether it may come before its time. */
  boolean early() {
    return early;
  }

  Appointment neverEarly() {
    early = false;
    return this;
  }
}

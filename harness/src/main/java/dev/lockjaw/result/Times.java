package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * How long a cell took, and how soon it failed.
 *
 * @param elapsedMs wall time of the cell, in milliseconds
 * @param connectMs the part of it that went into new sessions and their handshakes, in milliseconds
 * @param firstFindingMs from the start of the cell to the first finding, in milliseconds; -1 if
 *     there was none, or its time is not known
 * @param firstFindingSchedule the run that showed the first finding, counted from 1; -1 if there
 *     was none, or its number is not known
 */
@API(status = API.Status.STABLE)
public record Times(
    double elapsedMs, double connectMs, double firstFindingMs, long firstFindingSchedule)
    implements Serializable {
  /** A cell that was not run. */
  public static final Times NONE = new Times(0, 0, -1, -1);

  /** Nanoseconds in milliseconds, to three decimal places as results have them. */
  public static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }

  /** A cell that took some milliseconds and did not fail. */
  public static Times elapsed(double millis) {
    return new Times(millis, 0, -1, -1);
  }

  /** These times, with the milliseconds that went into new sessions. */
  public Times withConnect(double millis) {
    return new Times(elapsedMs, millis, firstFindingMs, firstFindingSchedule);
  }

  /** These times, with the first finding in a run, that many milliseconds from the start. */
  public Times withFirstFinding(long schedule, double millis) {
    return new Times(elapsedMs, connectMs, millis, schedule);
  }
}

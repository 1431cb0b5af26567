package dev.lockjaw.process;

import dev.lockjaw.campaign.FlightRecorder;
import dev.lockjaw.result.Schedule;
import java.util.Arrays;
import java.util.List;

/** What a worker records in its black box: its progress in the cell, and its current schedule. */
final class Logbook implements FlightRecorder {
  private static final int BEGUN = 0;
  private static final int FAILING = 1;
  private static final int FIRST_RUN = 2;
  private static final int FIRST_NANOS = 3;
  private static final int RACES = 4;

  private final BlackBox box;
  private long start;

  /**
   * The contents.
   *
   * @param begun runs that have begun
   * @param failing the number of those that showed a finding
   * @param races the number of those in which two threads met in a TLS stack
   * @param firstRun the number of the first run with a finding, from 1, or -1
   * @param firstNanos nanoseconds from the start of the cell to the end of that run, or -1
   * @param schedule of the run that began last
   */
  record Entry(
      long begun, long failing, long races, long firstRun, long firstNanos, Schedule schedule) {}

  Logbook(BlackBox box) {
    this.box = box;
  }

  /** Starts a cell. */
  void open() {
    start = System.nanoTime();
    box.put(BEGUN, 0);
    box.put(FAILING, 0);
    box.put(RACES, 0);
    box.put(FIRST_RUN, -1);
    box.put(FIRST_NANOS, -1);
    box.clearText();
  }

  @Override
  public void begins() {
    box.clearText();
    box.put(BEGUN, box.get(BEGUN) + 1);
  }

  @Override
  public void deviates(int decision, int actor) {
    box.append(decision + "." + actor + " ");
  }

  @Override
  public void ends(boolean failed, boolean raced) {
    if (failed) {
      if (box.get(FAILING) == 0) {
        box.put(FIRST_RUN, box.get(BEGUN));
        box.put(FIRST_NANOS, System.nanoTime() - start);
      }
      box.put(FAILING, box.get(FAILING) + 1);
    }
    if (raced) {
      box.put(RACES, box.get(RACES) + 1);
    }
  }

  /** Reads the contents. Any process. */
  static Entry read(BlackBox box) {
    return new Entry(
        box.get(BEGUN),
        box.get(FAILING),
        box.get(RACES),
        box.get(FIRST_RUN),
        box.get(FIRST_NANOS),
        new Schedule(deviations(box.text())));
  }

  private static List<Schedule.Deviation> deviations(String text) {
    return Arrays.stream(text.split(" "))
        .filter(one -> !one.isEmpty())
        .map(one -> one.split("\\."))
        .map(two -> new Schedule.Deviation(Integer.parseInt(two[0]), Integer.parseInt(two[1])))
        .toList();
  }

  /** A number that changes whenever the worker makes progress. */
  static long pulse(BlackBox box) {
    return box.get(BEGUN);
  }
}

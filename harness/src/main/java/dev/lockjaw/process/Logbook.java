package dev.lockjaw.process;

import dev.lockjaw.campaign.FlightRecorder;
import dev.lockjaw.result.Schedule;
import java.util.Arrays;
import java.util.List;

/** What a worker writes into its black box: how far the cell has come, and by which schedule. */
final class Logbook implements FlightRecorder {
  private static final int BEGUN = 0;
  private static final int FAILING = 1;
  private static final int FIRST_RUN = 2;
  private static final int FIRST_NANOS = 3;
  private static final int RACES = 4;

  private final BlackBox box;
  private long start;

  /**
   * What stands in it.
   *
   * @param begun runs
   * @param failing of these, those that have shown a finding
   * @param races of these, those in which two threads met in a TLS stack
   * @param firstRun number of the first of those, from 1, or -1
   * @param firstNanos from the beginning of the cell to that, or -1
   * @param schedule of the run that began last
   */
  record Entry(
      long begun, long failing, long races, long firstRun, long firstNanos, Schedule schedule) {}

  Logbook(BlackBox box) {
    this.box = box;
  }

  /** A cell begins. */
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

  /** Reads it. Any process. */
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

  /** Changes whenever the worker goes on. */
  static long pulse(BlackBox box) {
    return box.get(BEGUN);
  }
}

package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.StatusLine;
import dev.lockjaw.cli.terminal.Terminal;
import java.util.List;

/**
 * Takes steps one after the other, and says which is under way and how long all will take yet. That
 * is reckoned by what each was thought to take, and by how that compares with what it took so far.
 */
final class CompareProgress {
  /** Until so much is done, the estimates are believed. */
  private static final double SECONDS_TO_LEARN = 20;

  private final List<CompareStep> steps;
  private final long start = System.nanoTime();
  private double doneSeconds;
  private double begun;
  private int current;

  CompareProgress(List<CompareStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** That all of it is thought to take. */
  static double seconds(List<CompareStep> steps) {
    return steps.stream().mapToDouble(CompareStep::seconds).sum();
  }

  /** Ends early if the user interrupts. */
  void run(Terminal terminal, Interrupt interrupt) {
    StatusLine status = new StatusLine(terminal, () -> line(System.nanoTime() - start));
    try {
      for (CompareStep step : steps) {
        if (interrupt.happened()) {
          return;
        }
        step.action().run();
        next(step, System.nanoTime() - start);
      }
    } finally {
      status.close();
    }
  }

  /** A step is done, after that much time. */
  synchronized void next(CompareStep done, long elapsedNanos) {
    doneSeconds += done.seconds();
    begun = elapsedNanos / 1e9;
    current = Math.min(current + 1, steps.size() - 1);
  }

  /** The line, after that much time. */
  synchronized String line(long elapsedNanos) {
    double seconds = elapsedNanos / 1e9;
    double pace = doneSeconds < SECONDS_TO_LEARN ? 1 : begun / doneSeconds;
    double inStep = Math.min(seconds - begun, steps.get(current).seconds() * pace);
    double left = (seconds(steps) - doneSeconds) * pace - inStep;
    return "measuring " + steps.get(current).what() + ", " + StatusLine.about(left) + " left";
  }
}

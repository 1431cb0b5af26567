package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.StatusLine;
import dev.lockjaw.cli.terminal.Terminal;
import java.util.List;

/**
 * Runs steps one after the other, and shows the current step and the time left. The time left comes
 * from the estimate of each step, corrected by the time that the steps have taken so far.
 */
final class CompareProgress {
  /** The share of the work after which estimates are corrected. */
  private static final double SECONDS_TO_LEARN = 20;

  private final List<CompareStep> steps;
  private final long start = System.nanoTime();
  private double doneSeconds;
  private double begun;
  private int current;

  CompareProgress(List<CompareStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The estimate for all steps, in seconds. */
  static double seconds(List<CompareStep> steps) {
    return steps.stream().mapToDouble(CompareStep::seconds).sum();
  }

  /** Runs the steps; ends early on Ctrl-C. */
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

  /** Notes that a step has ended after that much time. */
  synchronized void next(CompareStep done, long elapsedNanos) {
    doneSeconds += done.seconds();
    begun = elapsedNanos / 1e9;
    current = Math.min(current + 1, steps.size() - 1);
  }

  /** The line after that much time. */
  synchronized String line(long elapsedNanos) {
    double seconds = elapsedNanos / 1e9;
    double pace = doneSeconds < SECONDS_TO_LEARN ? 1 : begun / doneSeconds;
    double inStep = Math.min(seconds - begun, steps.get(current).seconds() * pace);
    double left = (seconds(steps) - doneSeconds) * pace - inStep;
    return "measuring " + steps.get(current).what() + ", " + StatusLine.about(left) + " left";
  }
}

package dev.lockjaw.campaign;

import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;

/** A long interleaving with what is repeated in it shown once. */
final class Repeats {
  /** A shorter interleaving stays as it is. */
  private static final int LONG = 500;

  /** The most steps that are seen as one cycle. */
  private static final int LONGEST = 64;

  /** Repetitions in a row, from which on they are left out. */
  private static final int MANY = 4;

  private Repeats() {}

  /** The steps, each cycle once, followed by a step that says how often it is repeated. */
  static List<Step> once(List<Step> steps) {
    if (steps.size() < LONG) {
      return steps;
    }
    List<Step> before = steps;
    List<Step> after = shorten(steps);
    while (after.size() < before.size()) { // a cycle of cycles
      before = after;
      after = shorten(before);
    }
    return after;
  }

  private static List<Step> shorten(List<Step> steps) {
    List<Step> shorter = new ArrayList<>();
    int at = 0;
    while (at < steps.size()) {
      int length = cycle(steps, at);
      int times = length == 0 ? 1 : times(steps, at, length);
      int shown = Math.max(1, length);
      shorter.addAll(steps.subList(at, at + shown));
      if (times > 1) {
        Step last = steps.get(at + shown - 1);
        shorter.add(new Step(last.thread(), said(shown, times - 1)));
      }
      at += shown * times;
    }
    return shorter;
  }

  private static String said(int steps, int times) {
    return "... "
        + (steps == 1 ? "this step is" : "these " + steps + " steps are")
        + " repeated "
        + times
        + " times";
  }

  /** The length of the shortest cycle that begins at a step and is repeated often; else 0. */
  private static int cycle(List<Step> steps, int at) {
    for (int length = 1; length <= LONGEST; length++) {
      if (times(steps, at, length) >= MANY) {
        return length;
      }
    }
    return 0;
  }

  private static int times(List<Step> steps, int at, int length) {
    int end = at + length;
    while (end < steps.size() && steps.get(end).equals(steps.get(end - length))) {
      end++;
    }
    return (end - at) / length;
  }
}

package dev.lockjaw.explore.choice;

import java.util.HashMap;
import java.util.Map;

/**
 * Each step has a random priority of its own, and the step with the highest one is next. The steps
 * of other actors that touch the same then draw anew (POS: Yuan, Yang and Gu, Partial order aware
 * concurrency sampling, CAV 2018). A step comes after n steps of another actor once in n + 1
 * schedules, where it does so once in 2^n if each actor is as likely to be next.
 */
public final class SamplingChooser extends RandomChooser {
  /** One in so many waits that may time out does so. */
  private static final int TIMES_OUT = 8;

  private final Map<Integer, Long> priorities = new HashMap<>();

  /** What the next step of an actor touches; absent if that is not known. */
  private final Map<Integer, Object> touches = new HashMap<>();

  public SamplingChooser(long seed) {
    super(seed);
  }

  @Override
  public void next(int actor, Object on) {
    priorities.remove(actor);
    touches.put(actor, on);
  }

  @Override
  int draw(int decision, int current, int[] enabled, int count) {
    int best = enabled[0];
    for (int i = 1; i < count; i++) {
      if (priority(enabled[i]) > priority(best)) {
        best = enabled[i];
      }
    }
    Object on = touches.remove(best);
    priorities.remove(best);
    priorities.keySet().removeIf(other -> meet(on, touches.get(other)));
    return best;
  }

  private static boolean meet(Object one, Object other) {
    return one == null || other == null || one == other;
  }

  @Override
  boolean drawsTimeOut(int decision) {
    return random.nextInt(TIMES_OUT) == 0;
  }

  private long priority(int actor) {
    return priorities.computeIfAbsent(actor, id -> random.nextLong());
  }
}

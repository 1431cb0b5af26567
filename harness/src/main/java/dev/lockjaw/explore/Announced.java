package dev.lockjaw.explore;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Histories;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A wait that ended before a thread had announced, by {@link dev.lockjaw.sync.Sync#changed}, that
 * it may be over. The explorer looks at each condition before each step and needs no announcement.
 * A program does, be it a step later.
 *
 * @param before how many announcements there were when the wait ended
 */
record Announced(
    Shared on, int before, String label, List<Held> held, List<StackTraceElement> stack) {
  /** The waits that a strategy can have. Wires and executors are Lockjaw's own. */
  private static final Set<Waiting> JUDGED =
      EnumSet.of(Waiting.LOCK, Waiting.DRAIN, Waiting.COMPLETION);

  static int count(Shared on) {
    return Histories.announced(on);
  }

  static void announce(Shared on) {
    Histories.announce(on);
  }

  /**
   * A wait is over, because its condition holds.
   *
   * @param before how many announcements there were when it began
   */
  static void ends(Actor waiter, Waiting kind, int before) {
    if (JUDGED.contains(kind) && count(waiter.waitsOn) == before) {
      waiter.unannounced.add(
          new Announced(waiter.waitsOn, before, waiter.waitLabel, waiter.held(), waiter.stack));
    }
  }

  /** Reports the waits of a complete run whose end no thread has announced. */
  static void judge(ControlledRun run, List<Actor> actors) {
    if (!run.complete()) {
      return;
    }
    for (Actor actor : actors) {
      for (Announced wait : actor.unannounced) {
        if (count(wait.on) == wait.before) {
          run.report(
              FindingKind.STALL, actor.name + " is not notified", () -> wait.finding(actor.name));
        }
      }
    }
  }

  private Finding finding(String waiter) {
    String changed = "sync.changed(" + on.name() + ")";
    return new Finding(
        FindingKind.STALL,
        waiter
            + " is not notified: what it waited for ("
            + label
            + ") came true, and no thread has called "
            + changed,
        List.of(new ThreadEvidence(waiter, "needs " + changed, held, null, stack)),
        null);
  }
}

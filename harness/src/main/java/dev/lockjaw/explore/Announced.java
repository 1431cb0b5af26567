package dev.lockjaw.explore;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A wait that ended before a thread had announced, by {@link dev.lockjaw.sync.Sync#changed}, that
 * it may be over. The explorer looks at each condition before each step and needs no announcement.
 * A program does, be it a step later, and from another thread: the waiter sleeps until then.
 */
record Announced(Shared on, String label, List<Held> held, List<StackTraceElement> stack) {
  /** The waits that a strategy can have. Wires and executors are Lockjaw's own. */
  private static final Set<Waiting> JUDGED =
      EnumSet.of(Waiting.LOCK, Waiting.DRAIN, Waiting.COMPLETION);

  /**
   * One that comes before the condition holds wakes a thread that will wait on.
   *
   * @param by the actor that announces; null for another thread
   */
  static void announce(Shared on, List<Actor> actors, Actor by) {
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get(i);
      boolean waits = actor.waitsOn == on && actor.state.get() == Actor.State.BLOCKED;
      actor.notified |= waits && actor.ready.getAsBoolean();
      if (actor != by && !actor.unannounced.isEmpty()) {
        actor.unannounced.removeIf(wait -> wait.on == on);
      }
    }
  }

  /** A wait is over, because its condition holds. */
  static void ends(Actor waiter, Waiting kind) {
    Shared on = waiter.waitsOn;
    if (JUDGED.contains(kind) && !waiter.notified) {
      waiter.unannounced.add(new Announced(on, waiter.waitLabel, waiter.held(), waiter.stack));
    }
  }

  /** Reports the waits of a complete run whose end no thread has announced. */
  static void judge(ControlledRun run, List<Actor> actors) {
    if (!run.complete()) {
      return;
    }
    for (Actor actor : actors) {
      for (Announced wait : actor.unannounced) {
        run.report(
            FindingKind.STALL, actor.name + " is not notified", () -> wait.finding(actor.name));
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
            + ") came true, and no other thread has called "
            + changed
            + " since",
        List.of(new ThreadEvidence(waiter, "needs " + changed, held, null, stack)),
        null);
  }
}

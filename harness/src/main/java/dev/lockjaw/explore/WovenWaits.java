package dev.lockjaw.explore;

import static dev.lockjaw.woven.Points.CLOCK;
import static dev.lockjaw.woven.Points.CONTENTS;

import dev.lockjaw.arena.Owners;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.Points.Delay;
import dev.lockjaw.woven.Points.Wait;
import dev.lockjaw.woven.Sites;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** How an actor waits in woven code: for others, or for the run's clock. */
final class WovenWaits {
  private static final int HAS_WAITED = 3;
  private static final int ASKS = 2;

  /** How often a thread that woven code has started wakes early. */
  private static final int MOST_EARLY = 2;

  /** The place at which a thread that wakes early meets those that look at the clock. */
  private static final int CLOCKS = Sites.newPlace();

  private final ControlledRun run;
  private final Turns turns;
  private final Actor me;
  private final Spots spots;
  private final Learned learned;
  private final WovenPoints points;

  WovenWaits(
      ControlledRun run, Turns turns, Actor me, Spots spots, Learned learned, WovenPoints points) {
    this.run = run;
    this.turns = turns;
    this.me = me;
    this.spots = spots;
    this.learned = learned;
    this.points = points;
  }

  /** Waits until a condition holds and the actor may go on. Returns whether it holds. */
  boolean await(Wait wait, Spot spot, long nanos, BooleanSupplier ready, BooleanSupplier free) {
    turns.history().touched(me, ASKS, spot, false);
    if (!ready.getAsBoolean() || !free.getAsBoolean()) {
      me.hasty = Haste.may(wait.kind(), nanos);
      block(wait, spot, nanos, ready, free);
    }
    return ready.getAsBoolean();
  }

  /**
   * A wait is over.
   *
   * @param came whether what was waited for is so
   * @throws InterruptedException if an interrupt has ended it instead
   */
  void ends(Wait wait, boolean came) throws InterruptedException {
    if (!came && wait.interruptible() && me.interrupted) {
      me.interrupted = false;
      throw new InterruptedException();
    }
  }

  private void block(
      Wait wait, Spot spot, long nanos, BooleanSupplier ready, BooleanSupplier free) {
    boolean minds = wait.interruptible();
    me.timedOut = nanos == 0;
    me.deadline = nanos < 0 ? Long.MAX_VALUE : points.in(nanos);
    BooleanSupplier over =
        () ->
            free.getAsBoolean() && (ready.getAsBoolean() || me.timedOut || minds && me.interrupted);
    me.ready = () -> Here.ask(over); // a future, say, may be woven itself
    String name = wait.name();
    Shared on =
        wait.on() instanceof CompletableFuture // all of which are one spot
            ? spots.beside(wait.on(), Shared.class, () -> new Shared(spots.unique(name)))
            : spots.named(spot, name);
    me.awaits(wait.kind(), on, name, wait.label());
    if (run.recording()) {
      show(wait);
    }
    points.note(wait.site(), Act.Kind.WAIT, me.waitShown);
    me.gaveUp = wait.monitor();
    try {
      turns.pass(me, Actor.State.BLOCKED);
    } finally {
      me.gaveUp = null;
      me.hasty = false;
    }
    if (me.timedOut && turns.clock() < me.deadline) {
      spots.at(CLOCK, CONTENTS).touched(me, CLOCKS, true, learned);
      turns.advance(me, me.deadline);
      points.note(wait.site(), Act.Kind.OTHER, "times out");
    }
    me.deadline = Long.MAX_VALUE;
    turns.history().touched(me, HAS_WAITED, spot, true);
    if (me.timedOut && !ready.getAsBoolean()) {
      me.passes.did(wait.site().id(), Passes.TIME);
    } else {
      me.passes.clear();
    }
  }

  /** Says what the actor waits for, as people read it. */
  private void show(Wait wait) {
    if (wait.kind() == Waiting.LOCK) {
      me.waitName = run.shown(me.waitsOn);
      me.waitShown = (StuckReport.upgrades(me) ? "upgrades " : "waits for ") + me.waitName;
      return;
    }
    String whose = run.owners().place(wait.on()).map(Owners.Place::of).orElse("");
    me.waitName += whose;
    me.waitShown += whose;
  }

  /** Waits until a time. Returns false if a condition holds before that. */
  boolean until(Wait wait, Spot spot, long at, Delay delay, BooleanSupplier ready)
      throws InterruptedException {
    turns.history().touched(me, ASKS, spot, false);
    if (!ready.getAsBoolean() && turns.clock() < at) {
      me.outlasts = delay.late();
      me.hasty = me.standsFor == null && Haste.may(wait.kind(), at - turns.clock());
      block(
          wait,
          spot,
          at - turns.clock(),
          () -> ready.getAsBoolean() || delay.early().getAsBoolean(),
          () -> true);
      me.outlasts = () -> false;
    }
    if (ready.getAsBoolean()) {
      return false;
    }
    ends(wait, false);
    if (turns.clock() < at) {
      me.early++;
      spots.at(CLOCK, CONTENTS).touched(me, CLOCKS, true, learned);
      turns.advance(me, at);
    }
    return true;
  }

  /** How a delay of that length may end. */
  Delay nap(long nanos) {
    boolean early = me.standsFor != null && nanos <= Haste.SHORT && me.early < MOST_EARLY;
    return new Delay(() -> early, () -> false);
  }
}

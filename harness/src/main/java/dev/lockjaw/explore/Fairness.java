package dev.lockjaw.explore;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Digest;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.List;

/**
 * Keeps an actor that polls from starving the one it waits for (after Musuvathi and Qadeer, Fair
 * stateless model checking, PLDI 2008). That the others move then costs no preemption, as after a
 * block.
 *
 * <p>An actor that has made the same pass twice and changed nothing ({@link Passes}) waits until
 * something it saw has changed. As it may also leave the loop by itself, after a number of passes
 * say, the chooser is asked whether it is to go on; and if nobody else can move, it goes on.
 *
 * <p>An actor that has met others many times in a row, and one that yields, lets each of the others
 * that can move do so once.
 */
final class Fairness {
  /** Acts of an actor that insists, until its loop counts as one without an end. */
  private static final int LONGEST_LOOP = ControlledRun.STEP_LIMIT;

  /** The same, if the loop had no end in another run. */
  private static final int KNOWN_LOOP = 500;

  /** Steps of an actor before the others are let move. */
  private static final int MOST_IN_A_ROW = 1_000;

  private static final long FIRST_DELAY = 1_000_000;
  private static final int MOST_DOUBLINGS = 40;

  private final ControlledRun run;
  private final Turns turns;
  private final List<Actor> actors;

  Fairness(ControlledRun run, Turns turns, List<Actor> actors) {
    this.run = run;
    this.turns = turns;
    this.actors = actors;
  }

  /**
   * Lets others move before a step of an actor, if they are to be let.
   *
   * @param what distinguishes the step from others of the actor
   * @param on what it touches, or null for everything
   * @param point whether it is a scheduling point
   */
  void step(Actor me, long what, Shared on, boolean point) {
    Passes passes = me.passes;
    if (passes.insists()) {
      if (passes.expects(what, on)) {
        goOn(me);
        return;
      }
      leaves(me);
    }
    if (turns.steps().size() >= mostSteps()) {
      run.report(FindingKind.STALL, "livelock", () -> livelock(me));
      turns.abandon(me);
    }
    if (passes.repeats(what, on)) {
      park(me, spinner(me));
    } else if (met(on) && ++me.inARow > MOST_IN_A_ROW) {
      turns.chooser().tires(me.id);
      giveWay(me);
    } else if (point) {
      turns.chooser().next(me.id, on);
      turns.pass(me, Actor.State.READY);
    } else {
      turns.tick();
    }
  }

  /** A run with threads of its own takes more: whole libraries do. */
  private int mostSteps() {
    return (run.awaitsThreads ? 10 : 1) * ControlledRun.STEP_LIMIT;
  }

  private Finding livelock(Actor me) {
    return new StuckReport(run, actors).livelock(me, mostSteps());
  }

  private static boolean met(Shared on) {
    return !(on instanceof Spot spot) || spot.met();
  }

  private void goOn(Actor me) {
    Passes passes = me.passes;
    if (!passes.enough()) {
      turns.tick();
      return;
    }
    Chooser.Spinner here = spinner(me);
    boolean alone = passes.alone();
    boolean same = here.equals(passes.giveUp());
    if (same) {
      turns.chooser().spunInVain(here, !alone);
    }
    // else it has left the loop for another that looks the same
    park(me, same || alone ? null : here);
  }

  private void leaves(Actor me) {
    int passes = me.passes.morePasses();
    boolean alone = me.passes.alone();
    me.passes.clear();
    boolean news = !alone || !turns.steps().takeBack(me); // else it only looked, and nobody moved
    if (run.recording() && news) {
      turns.steps().add(me, Act.other("leaves the loop after " + passes + " more passes"));
    }
  }

  private static Chooser.Spinner spinner(Actor me) {
    return new Chooser.Spinner(me.id, Digest.mix(me.passes.digest(), where()));
  }

  /** Distinguishes where an actor is in its code, whatever asks here. */
  private static long where() {
    String here = Fairness.class.getName();
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .dropWhile(frame -> frame.getClassName().equals(here))
                    .mapToLong(
                        frame ->
                            Digest.mix(
                                frame.getClassName().hashCode(),
                                Digest.mix(
                                    frame.getMethodName().hashCode(), frame.getByteCodeIndex())))
                    .reduce(0, Digest::mix));
  }

  /** Waits until something that the actor saw in its last pass has changed. */
  private void park(Actor me, Chooser.Spinner spinner) {
    Passes passes = me.passes;
    String looks = String.join("; ", passes.looks());
    me.timedOut = false;
    me.deadline = passes.asksTime() ? turns.clock() + delay(me) : Long.MAX_VALUE;
    me.ready = () -> me.timedOut || passes.stale();
    me.awaits(Waiting.COMPLETION, new Shared(looks), looks, "spins (" + looks + ")");
    if (spinner != null) {
      turns.steps().add(me, Act.of(Act.Kind.WAIT, looks, me.waitLabel));
    }
    me.spins = true;
    me.inVain = spinner == null;
    me.spinner = spinner;
    turns.pass(me, Actor.State.BLOCKED);
    me.spins = false;
    me.spinner = null;
    me.deadline = Long.MAX_VALUE;
    me.inARow = 0;
    if (!passes.insists()) {
      me.delays = me.timedOut ? me.delays + 1 : 0;
      passes.clear();
    }
  }

  private static long delay(Actor me) {
    return FIRST_DELAY << Math.min(me.delays, MOST_DOUBLINGS);
  }

  /** Lets each of the others that can move do so once. */
  void giveWay(Actor me) {
    me.inARow = 0;
    for (Actor other : actors) {
      me.owes.set(other.id, other != me && other.canMove());
    }
    turns.pass(me, Actor.State.READY);
  }

  /** Makes an actor go on that spins, as was chosen, and no other. */
  void insist(Actor actor, Chooser.Spinner spinner) {
    actors.stream().filter(other -> other.passes.alone()).forEach(other -> other.passes.giveUp());
    insist(actor, spinner, false);
  }

  /** Makes an actor that spins go on, as nobody else can move; false if none has a chance. */
  boolean insist() {
    for (Actor actor : actors) {
      boolean parked = actor.spins && actor.state.get() == Actor.State.BLOCKED;
      if (parked && !actor.inVain && !actor.passes.asksTime()) {
        insist(actor, actor.spinner, true);
        return true;
      }
    }
    return false;
  }

  private void insist(Actor actor, Chooser.Spinner spinner, boolean alone) {
    boolean known = turns.chooser().knowsEndless(spinner);
    actor.passes.insist(spinner, alone, known ? KNOWN_LOOP : LONGEST_LOOP);
  }
}

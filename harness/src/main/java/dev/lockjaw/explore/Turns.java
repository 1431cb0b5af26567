package dev.lockjaw.explore;

import dev.lockjaw.arena.Abandoned;
import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.Body;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Digest;
import dev.lockjaw.monitor.Findings;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Passes the turn among a run's actors. The actor that has the turn decides at its next point which
 * actor gets it, so that continuing costs no thread switch. The thread that called {@link #execute}
 * is the {@link Supervisor}.
 */
final class Turns {
  /** The first thing that an actor does, as a part of its history. */
  private static final int BEGINS = 4;

  private final ControlledRun run;
  private final ActorThreads workers;
  private final Findings findings;
  private final StepLog steps;
  private final List<Actor> actors = new ArrayList<>();
  private final History history = new History(actors);
  private final Foreign foreign;
  private final Movers movers = new Movers(actors, history);
  private final Fairness fairness;
  final Haste haste = new Haste();

  /** Null where no code is woven. */
  private final OutsideThreadPatience outside;

  private Chooser chooser;
  private final Supervisor supervisor = new Supervisor();
  private int decisions;

  /** Counts what woven code does, be it a decision or not; -1 where none is woven. */
  private int ordinal;

  private int foreignBlocks;
  private boolean complete;
  private Actor lastMoved;

  /** Whether a thread that is none of the run's was given time to act. */
  private boolean awaited;

  volatile boolean aborting;

  /** What ends a pause before the run; null in the run. */
  private BooleanSupplier enough;

  /**
   * @param learned where woven code is known to be met at; null if none is run. Decisions are
   *     counted among all its operations, so that a schedule stays valid when more of them are
   *     learned to be shared
   */
  Turns(
      ControlledRun run, ActorThreads workers, Findings findings, StepLog steps, Learned learned) {
    this.ordinal = learned == null ? -1 : 0;
    this.run = run;
    this.workers = workers;
    this.findings = findings;
    this.steps = steps;
    this.foreign = new Foreign(this, workers);
    this.fairness = new Fairness(run, this, actors);
    this.outside = learned == null ? null : new OutsideThreadPatience(workers, learned);
  }

  Actor add(String name, Body body, boolean daemon) {
    Actor actor = new Actor(run, actors.size(), name, body, daemon, history);
    actors.add(actor);
    return actor;
  }

  List<Actor> actors() {
    return actors;
  }

  History history() {
    return history;
  }

  StepLog steps() {
    return steps;
  }

  int decisions() {
    return ordinal < 0 ? decisions : ordinal;
  }

  /** Counts something that needs no decision, unless it is no part of the history. */
  void tick() {
    ordinal += ordinal < 0 || history.leavesOut() ? 0 : 1;
  }

  /** The run's clock, in nanoseconds. */
  long clock() {
    return movers.clock();
  }

  /** See {@link Movers#advance}. */
  void advance(Actor actor, long at) {
    movers.advance(actor, at);
  }

  /** The supervisor has taken the turn from an actor. */
  void lost() {
    foreignBlocks++;
    supervisor.decidesLater();
  }

  int foreignBlocks() {
    return foreignBlocks;
  }

  /** Whether all actors that the run waits for ended before it was over. */
  boolean complete() {
    return complete;
  }

  boolean over() {
    return aborting;
  }

  /** Runs the actors; see {@link ControlledRun#execute}. */
  void execute(Chooser chooser) {
    this.chooser = chooser;
    supervise(null);
    complete = actors.stream().allMatch(Actor::over);
    unwind();
  }

  private void supervise(Object monitor) {
    supervisor.supervise(() -> foreign.watch(lastMoved, steps.size()), () -> decide(null), monitor);
  }

  void unwind() {
    findings.close();
    aborting = true;
    new Unwinding(workers, foreign).unwind(actors);
    findings.reopen();
  }

  /**
   * Lets the threads that woven code has started move before the run, until a condition holds or
   * none can. Each goes on for as long as it can. Called by the thread that opens sessions.
   *
   * @param waits whether the caller waits, so that time passes if none can move
   * @param monitor held by the caller and given up meanwhile; or null
   */
  void settle(BooleanSupplier condition, boolean waits, Object monitor) {
    enough = condition;
    chooser = (decision, current, ids, count, state, spinner) -> current < 0 ? ids[0] : current;
    do {
      history.changed(null); // by the caller, as far as is known
      supervise(monitor);
    } while (waits && !supervisor.over() && !condition.getAsBoolean() && movers.timeOut());
    enough = null;
    lastMoved = null;
  }

  /**
   * Picks the next actor and gives it the turn. Returns when the caller has the turn again; at once
   * for the supervisor and for an actor that is done.
   *
   * @param me the actor that had the turn, or null for the supervisor
   */
  private void decide(Actor me) {
    ordinal += ordinal < 0 ? 0 : 1;
    foreign.settle(actors);
    int count = movers.find();
    boolean wait = me != null && !me.done();
    boolean patient = count == 0 && outside != null && outside.mayAct(actors, steps.size());
    foreignBlocks += awaited && count > 0 ? 1 : 0;
    awaited = patient;
    while (count == 0 && !patient && enough == null && anotherCan()) {
      count = movers.find();
    }
    if (patient || count == 0 && mayComeBack()) {
      decideLater();
    } else if (enough != null && (count == 0 || enough.getAsBoolean())) {
      lastMoved = null;
      supervisor.pause();
    } else if (count == 0) {
      end();
    } else {
      Actor hasty = haste.choose(chooser, ordinal, actors, history);
      Actor mover = hasty != null ? hasty : actors.get(choose(count, me));
      wait &= mover != me;
      turnTo(mover, me);
    }
    if (wait) {
      awaitTurn(me);
    }
  }

  private boolean anotherCan() {
    return fairness.insist() || movers.timeOut() || run.goesOn();
  }

  private int choose(int count, Actor me) {
    int[] ids = movers.ids();
    Chooser.Spinner spinner = me == null || movers.include(me) ? null : me.spinner;
    if (count == 1 && spinner == null) {
      return ids[0];
    }
    int current = lastMoved != null && movers.include(lastMoved) ? lastMoved.id : -1;
    int decision = number();
    int choice = chooser.choose(decision, current, ids, count, history.state(), spinner);
    if (spinner != null && choice == me.id) {
      fairness.insist(me, spinner);
    }
    return choice;
  }

  private int number() {
    return ordinal < 0 ? decisions++ : ordinal;
  }

  Chooser chooser() {
    return chooser;
  }

  private void turnTo(Actor next, Actor me) {
    lastMoved = next;
    movers.moves(next);
    next.state.set(Actor.State.RUNNING);
    if (next == me) {
      return;
    }
    if (next.worker == null) {
      // a thread of its own in the run: two actors share no thread-local
      next.worker = workers.take(mine -> actors.stream().noneMatch(one -> one.worker == mine));
      next.worker.play(next);
    }
    next.resume();
  }

  private void awaitTurn(Actor me) {
    me.awaitTurn();
    if (aborting) {
      throw Abandoned.INSTANCE;
    }
  }

  /** Whether some actor may still return from a foreign lock, or just has. */
  private boolean mayComeBack() {
    for (Actor actor : actors) {
      boolean cameBack = actor.state.get() == Actor.State.READY && Movers.mayMove(actor);
      if (cameBack || actor.state.get() == Actor.State.FOREIGN && foreign.mayReturn(actor)) {
        return true;
      }
    }
    return false;
  }

  /** No actor can move: the run is over. */
  private void end() {
    if (!actors.stream().allMatch(Actor::over)) {
      new StuckReport(run, actors).report();
    }
    stop();
  }

  /** Leaves the decision to the supervisor, which looks again in a moment. */
  private void decideLater() {
    ordinal -= ordinal < 0 ? 0 : 1; // it counts once
    lastMoved = null;
    supervisor.decidesLater();
  }

  /** Ends the run. Any thread. */
  void stop() {
    supervisor.stop();
  }

  /** Ends the run because an actor never reaches a scheduling point; called by the supervisor. */
  void declareSpinning(Actor actor, boolean idle) {
    new StuckReport(run, actors).spinning(actor, idle);
    Here.spins();
    supervisor.stop();
  }

  /**
   * Makes sure that the caller has the turn: an actor that returns from a foreign block waits for
   * it.
   */
  void claim(Actor me) {
    if (aborting) {
      throw Abandoned.INSTANCE;
    }
    if (me.state.get() == Actor.State.FOREIGN) {
      comeBack(me, Actor.State.READY);
    }
  }

  private void comeBack(Actor me, Actor.State as) {
    me.polls = false;
    me.state.set(as);
    supervisor.wake();
    awaitTurn(me);
  }

  /** Gives up the turn; returns when the caller has it again. */
  void pass(Actor me, Actor.State as) {
    if (me.state.compareAndSet(Actor.State.RUNNING, as)) {
      decide(me);
    } else {
      comeBack(me, as);
    }
  }

  /** Ends the run from an actor; does not return. */
  void abandon(Actor me) {
    me.state.set(Actor.State.READY);
    stop();
    awaitTurn(me);
  }

  /**
   * Runs an actor's body on the calling worker.
   *
   * @param giveBack returns the worker to its pool, before the run learns that the actor is done
   */
  void perform(Actor me, Runnable giveBack) {
    me.awaitTurn();
    try {
      if (!aborting) {
        me.history = Digest.mix(me.history, BEGINS);
        me.body.run();
      }
    } catch (Abandoned unwound) {
      // as intended
    } catch (Throwable escaped) {
      me.escaped = aborting ? null : escaped;
      me.escapedAt = steps.size();
    }
    ends(me);
    boolean hadTurn = me.state.compareAndSet(Actor.State.RUNNING, Actor.State.DONE);
    me.state.set(Actor.State.DONE);
    giveBack.run();
    if (aborting || !hadTurn) {
      supervisor.wake();
    } else {
      decide(me);
    }
  }

  /** What code that is not woven has changed up to its end is not known. */
  private void ends(Actor me) {
    if (me.state.get() == Actor.State.RUNNING && me.points != null) {
      me.points.settle();
    } else if (me.state.get() == Actor.State.RUNNING) {
      history.changed(null);
    }
  }

  /** The actor that the calling thread plays, or null if it plays none in any run. */
  Actor caller() {
    if (!(Thread.currentThread() instanceof ActorThread worker)) {
      return null;
    }
    if (worker.role() instanceof Actor me && me.run == run) {
      return me;
    }
    throw Abandoned.INSTANCE; // left over from a run that has given it up
  }

  Fairness fairness() {
    return fairness;
  }

  void happened(Actor me, long what, Shared on) {
    history.happened(me, what, on);
    if (me.checked != null) {
      me.checked.own(on);
    }
    if (me.points != null && on != null) {
      me.points.touched(on);
    }
  }

  /** What an actor does may have changed something: everything, if that is null. */
  void changed(Actor me, Shared on) {
    history.changed(on);
    if (me.points != null) {
      me.points.changed();
    }
    me.passes.clear();
  }
}

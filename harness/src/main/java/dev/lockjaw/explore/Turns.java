package dev.lockjaw.explore;

import dev.lockjaw.arena.Abandoned;
import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.Body;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Digest;
import dev.lockjaw.monitor.Findings;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Passes the turn among a run's actors. The actor that has the turn decides at its next point which
 * actor gets it, so that continuing costs no thread switch. The thread that called {@link #execute}
 * is the supervisor. It sleeps until the run is over, and wakes once a millisecond to check whether
 * the actor with the turn is blocked in foreign code ({@link Foreign}).
 */
final class Turns {
  static final long WATCH_NANOS = 1_000_000;

  /** The first thing that an actor does, as a part of its history. */
  private static final int BEGINS = 4;

  private static final Act FOREIGN_BLOCK =
      Act.of(Act.Kind.WAIT, "foreign code", "is blocked in foreign code");

  private static final Act POLLS =
      Act.of(Act.Kind.WAIT, "a loop", "spins without a scheduling point");

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
  private Thread supervisor;
  private int decisions;

  /** Counts what woven code does, be it a decision or not; -1 where none is woven. */
  private int ordinal;

  private int foreignBlocks;
  private boolean complete;
  private Actor lastMoved;

  /** Whether a thread that is none of the run's was given time to act. */
  private boolean awaited;

  volatile boolean aborting;

  private volatile boolean over;

  /** No actor can move, but one may still return from a foreign block. */
  private volatile boolean undecided;

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

  /** Says that a time has come that an actor waits for. */
  void advance(Actor actor, long at) {
    movers.advance(actor, at);
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
    supervisor = Thread.currentThread();
    decide(null);
    while (!over) {
      LockSupport.parkNanos(this, WATCH_NANOS);
      if (!over) {
        foreign.watch(lastMoved, steps.size());
        if (undecided) {
          undecided = false;
          decide(null);
        }
      }
    }
    findings.close();
    complete = actors.stream().allMatch(actor -> actor.daemon || actor.done());
    aborting = true;
    new Unwinding(workers, foreign).unwind(actors);
    findings.reopen();
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
    while (count == 0 && !patient && (fairness.insist() || movers.timeOut() || run.goesOn())) {
      count = movers.find();
    }
    if (patient) {
      decideLater();
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

  /** The number of a decision, which no other has. */
  private int number() {
    return ordinal < 0 ? decisions++ : ordinal;
  }

  /** Decides which actor moves. */
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

  /** No actor can move: the run is over, unless one may still return from a foreign lock. */
  private void end() {
    boolean stuck = false;
    for (Actor actor : actors) {
      boolean cameBack = actor.state.get() == Actor.State.READY;
      if (cameBack || actor.state.get() == Actor.State.FOREIGN && foreign.mayReturn(actor)) {
        decideLater();
        return;
      }
      stuck |= !actor.daemon && !actor.done();
    }
    if (stuck) {
      new StuckReport(run, actors).report();
    }
    stop();
  }

  /** Leaves the decision to the supervisor, which looks again in a moment. */
  private void decideLater() {
    ordinal -= ordinal < 0 ? 0 : 1; // it counts once
    lastMoved = null;
    undecided = true;
  }

  /** Ends the run. Any thread. */
  void stop() {
    over = true;
    LockSupport.unpark(supervisor);
  }

  /**
   * Takes the turn from an actor that is blocked in foreign code; called by the supervisor.
   *
   * @param polls whether it is not blocked, but polls without reaching a scheduling point
   */
  void declareForeign(Actor actor, boolean polls) {
    if (actor.state.compareAndSet(Actor.State.RUNNING, Actor.State.FOREIGN)) {
      actor.polls = polls;
      steps.add(actor, polls ? POLLS : FOREIGN_BLOCK);
      actor.blockedAlone =
          actors.stream().allMatch(other -> other == actor || other.worker == null);
      foreignBlocks++;
      undecided = true;
    }
  }

  /** Ends the run because an actor never reaches a scheduling point; called by the supervisor. */
  void declareSpinning(Actor actor) {
    new StuckReport(run, actors).spinning(actor);
    Here.spins();
    over = true;
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
    LockSupport.unpark(supervisor);
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
      LockSupport.unpark(supervisor);
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

  /** See {@link Fairness}. */
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

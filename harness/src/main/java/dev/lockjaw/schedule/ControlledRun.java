package dev.lockjaw.schedule;

import dev.lockjaw.monitor.FindingKind;
import dev.lockjaw.monitor.Findings;
import dev.lockjaw.monitor.Held;
import dev.lockjaw.monitor.Step;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One run under control: real threads, of which one moves at a time, from scheduling point to
 * scheduling point, in the order that a {@link Chooser} gives.
 *
 * <p>The thread that has the turn decides at its next point who gets it, so that going on costs no
 * switch. The thread that called {@link #execute} is the supervisor: it sleeps until the run is
 * over, and wakes once a millisecond to see whether the one with the turn is stuck in a lock of
 * which the run knows nothing ({@link Foreign}).
 */
public final class ControlledRun implements Sync, Witness {
  /** A schedule of this length is taken for a livelock. */
  static final int STEP_LIMIT = 20_000;

  private static final long WATCH_NANOS = 1_000_000;

  private final Workers workers;
  private final boolean recording;
  private final Findings findings = new Findings();
  private final List<Actor> actors = new ArrayList<>();
  private final Map<String, Object> once = new HashMap<>();
  private final List<ControlledTaskQueue> executors = new ArrayList<>(0);
  private final Foreign foreign = new Foreign(this);

  private Chooser chooser;
  private Thread supervisor;
  private int[] enabled = new int[8];
  private int decisions;
  private long lastUniversal;
  private Actor lastMoved;
  private Actor[] stepActor = new Actor[64];
  private String[] stepAction = new String[64];
  private volatile int steps;
  private volatile boolean aborting;
  private volatile boolean over;
  private volatile boolean undecided;
  private boolean complete;
  private int foreignBlocks;

  public ControlledRun(Workers workers, boolean recording) {
    this.workers = workers;
    this.recording = recording;
  }

  public Findings findings() {
    return findings;
  }

  /** Adds an actor; before {@link #execute}, or by an actor of this run. */
  public void actor(String name, Body body) {
    add(name, body, false);
  }

  Actor add(String name, Body body, boolean daemon) {
    Actor actor = new Actor(actors.size(), name, body, daemon);
    actors.add(actor);
    return actor;
  }

  List<Actor> actors() {
    return actors;
  }

  /** Whether every actor came to its end by itself. */
  public boolean complete() {
    return complete && escapes().isEmpty();
  }

  /** How many times more than one actor could move. */
  public int decisions() {
    return decisions;
  }

  /** How many times an actor was taken for blocked in a lock that the run knows nothing of. */
  public int foreignBlocks() {
    return foreignBlocks;
  }

  /** How many steps were taken so far. */
  public int steps() {
    return steps;
  }

  /** The first {@code count} steps. */
  public List<Step> interleaving(int count) {
    List<Step> list = new ArrayList<>(count);
    for (int i = 0; i < Math.min(count, steps); i++) {
      list.add(new Step(stepActor[i].name, stepAction[i]));
    }
    return list;
  }

  /** An exception that came out of an actor. */
  public record Escape(String actor, Throwable exception, int step) {}

  public List<Escape> escapes() {
    List<Escape> escapes = new ArrayList<>(0);
    for (Actor actor : actors) {
      if (actor.escaped != null) {
        escapes.add(new Escape(actor.name, actor.escaped, actor.escapedAt));
      }
    }
    return escapes;
  }

  /**
   * Runs the actors to the end, or to where no one can move; what is wrong with that is then among
   * the findings. Returns with no thread of the run left in its body, but for those given up in
   * foreign locks.
   */
  public void execute(Chooser chooser) {
    this.chooser = chooser;
    supervisor = Thread.currentThread();
    decide(null);
    while (!over) {
      LockSupport.parkNanos(this, WATCH_NANOS);
      if (!over) {
        foreign.watch(lastMoved, steps);
        if (undecided) {
          undecided = false;
          decide(null);
        }
      }
    }
    findings.close();
    complete = actors.stream().allMatch(actor -> actor.daemon || actor.done());
    unwind();
    findings.reopen();
  }

  // ---- the turn ----

  /**
   * Picks who moves next and gives it the turn. Returns when the caller has the turn itself; at
   * once for the supervisor and for an actor that is done.
   *
   * @param me whose turn it was, or null for the supervisor
   */
  private void decide(Actor me) {
    foreign.settle(actors);
    int count = 0;
    for (int i = 0; i < actors.size(); i++) {
      if (actors.get(i).canMove()) {
        if (count == enabled.length) {
          enabled = Arrays.copyOf(enabled, count * 2);
        }
        enabled[count++] = i;
      }
    }
    boolean wait = me != null && !me.done();
    if (count == 0) {
      end();
    } else {
      int current = lastMoved != null && lastMoved.canMove() ? lastMoved.id : -1;
      int next =
          count == 1
              ? enabled[0]
              : chooser.choose(decisions++, current, enabled, count, stateDigest());
      Actor mover = actors.get(next);
      wait &= mover != me;
      turnTo(mover, me);
    }
    if (wait) {
      awaitTurn(me);
    }
  }

  private void awaitTurn(Actor me) {
    me.awaitTurn();
    if (aborting) {
      throw Abandoned.INSTANCE;
    }
  }

  private void turnTo(Actor next, Actor me) {
    lastMoved = next;
    next.state.set(Actor.State.RUNNING);
    if (next == me) {
      return;
    }
    if (next.worker == null) {
      next.worker = workers.take();
      next.worker.play(this, next);
    }
    next.resume();
  }

  /** Nobody can move: the run is over, unless somebody may yet come back from a foreign lock. */
  private void end() {
    boolean stuck = false;
    for (Actor actor : actors) {
      if (actor.state.get() == Actor.State.FOREIGN && foreign.mayReturn(actor)) {
        undecided = true;
        lastMoved = null;
        return;
      }
      stuck |= !actor.daemon && !actor.done();
    }
    if (stuck) {
      new StuckReport(this).report();
    }
    over = true;
    LockSupport.unpark(supervisor);
  }

  /** Takes an actor out of a foreign block for good; called by the supervisor. */
  void declareForeign(Actor actor) {
    if (actor.state.compareAndSet(Actor.State.RUNNING, Actor.State.FOREIGN)) {
      note(actor, "is blocked in foreign code");
      foreignBlocks++;
      undecided = true;
    }
  }

  /**
   * Makes sure that the caller has the turn, if need be after it came back from a foreign block.
   */
  private void claim(Actor me) {
    if (aborting) {
      throw Abandoned.INSTANCE;
    }
    if (me.state.get() == Actor.State.FOREIGN) {
      comeBack(me, Actor.State.READY);
    }
  }

  private void comeBack(Actor me, Actor.State as) {
    me.state.set(as);
    LockSupport.unpark(supervisor);
    awaitTurn(me);
  }

  /** Gives up the turn; returns when the caller has it again. */
  private void pass(Actor me, Actor.State as) {
    if (me.state.compareAndSet(Actor.State.RUNNING, as)) {
      decide(me);
    } else {
      comeBack(me, as);
    }
  }

  /** Runs an actor's body on the calling worker. */
  void perform(Actor me, Runnable giveBack) {
    me.awaitTurn();
    try {
      if (!aborting) {
        me.history = Digest.mix(me.history, 4); // having begun is a state of its own
        me.body.run();
      }
    } catch (Abandoned unwound) {
      // as intended
    } catch (Throwable escaped) {
      me.escaped = aborting ? null : escaped;
      me.escapedAt = steps;
    }
    boolean hadTurn = me.state.compareAndSet(Actor.State.RUNNING, Actor.State.DONE);
    me.state.set(Actor.State.DONE);
    giveBack.run();
    if (aborting || !hadTurn) {
      LockSupport.unpark(supervisor);
    } else {
      decide(me);
    }
  }

  /** Gets every thread out of its body. */
  private void unwind() {
    aborting = true;
    for (Actor actor : actors) {
      if (actor.worker == null || actor.done()) {
        continue;
      }
      if (actor.state.get() == Actor.State.FOREIGN) {
        actor.worker.interrupt();
      }
      actor.resume();
      long deadline = System.nanoTime() + foreign.patience(actor);
      while (!actor.done()) {
        long left = deadline - System.nanoTime();
        if (left < 0) {
          workers.giveUp(actor.worker);
          break;
        }
        LockSupport.parkNanos(this, Math.min(left, WATCH_NANOS));
      }
    }
  }

  private Actor self() {
    return Thread.currentThread() instanceof Worker worker ? worker.actorIn(this) : null;
  }

  private Actor selfOrUnwind() {
    Actor me = self();
    if (me == null && Thread.currentThread() instanceof Worker) {
      throw Abandoned.INSTANCE;
    }
    return me;
  }

  // ---- digests, for telling equivalent interleavings ----

  private long stateDigest() {
    long digest = 0;
    for (int i = 0; i < actors.size(); i++) {
      digest = Digest.mix(digest, actors.get(i).history);
    }
    return digest;
  }

  private void happened(Actor me, long what, Shared on) {
    if (on == null) {
      me.history = Digest.mix(stateDigest(), what);
      lastUniversal = me.history;
    } else {
      me.history = Digest.mix(Digest.mix(me.history, what), Digest.mix(on.history, lastUniversal));
      on.history = me.history;
    }
  }

  // ---- the interleaving ----

  /** Adds a line to the interleaving. */
  void note(Actor me, String action) {
    int at = steps;
    if (at == stepActor.length) {
      stepActor = Arrays.copyOf(stepActor, at * 2);
      stepAction = Arrays.copyOf(stepAction, at * 2);
    }
    stepActor[at] = me;
    stepAction[at] = action;
    steps = at + 1;
  }

  /** Says more of the last line, in a run that records. */
  void amend(Supplier<String> action) {
    if (recording && steps > 0) {
      stepAction[steps - 1] = action.get();
    }
  }

  // ---- Sync ----

  @Override
  public void point(String label, Shared on) {
    Actor me = selfOrUnwind();
    if (me == null) {
      return;
    }
    claim(me);
    if (steps >= STEP_LIMIT) {
      tooLong(me);
    }
    pass(me, Actor.State.READY);
    note(me, label);
    happened(me, label.hashCode(), on);
  }

  private void tooLong(Actor me) {
    findings.report(
        FindingKind.STALL,
        "livelock",
        steps,
        recording,
        () -> StuckReport.livelock(me.name, stack()));
    me.state.set(Actor.State.READY);
    over = true;
    LockSupport.unpark(supervisor);
    awaitTurn(me);
  }

  @Override
  public void touch(Shared on) {
    Actor me = selfOrUnwind();
    if (me != null && !aborting) {
      claim(me);
      happened(me, 1, on);
    }
  }

  @Override
  public void note(String label, Shared on) {
    Actor me = selfOrUnwind();
    if (me != null) {
      claim(me);
      note(me, label);
      happened(me, label.hashCode(), on);
    }
  }

  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    Actor me = selfOrUnwind();
    if (me == null) {
      if (!ready.getAsBoolean()) {
        throw new IllegalStateException("nobody is left to end a wait: " + label);
      }
      return;
    }
    claim(me);
    happened(me, 2, on);
    if (ready.getAsBoolean()) {
      return;
    }
    note(me, label);
    me.ready = ready;
    me.waitsOn = on;
    me.waiting = kind;
    me.waitLabel = label;
    me.stack = stack();
    pass(me, Actor.State.BLOCKED);
    happened(me, 3, on);
  }

  @Override
  public void changed(Shared on) {
    // conditions are looked at whenever it is to be decided who moves next
  }

  @Override
  public Mutex mutex(String name, boolean recursive) {
    return new ControlledMutex(this, name, recursive);
  }

  @Override
  public ReadWriteLock readWriteLock(String name) {
    return new ControlledReadWriteLock(this, name);
  }

  @Override
  public Word word(String name, long initial) {
    return new ControlledWord(this, name, initial);
  }

  @Override
  public TaskQueue executor(String name) {
    return new ControlledTaskQueue(this, name);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T once(String name, Supplier<T> make) {
    return (T) once.computeIfAbsent(name, n -> make.get());
  }

  /** The calling actor, for the locks of this run; unwinds a thread whose run is over. */
  Actor caller() {
    Actor me = selfOrUnwind();
    if (me != null) {
      claim(me);
    }
    return me;
  }

  boolean over() {
    return aborting;
  }

  // ---- Witness ----

  @Override
  public String thread() {
    Actor me = self();
    return me == null ? Thread.currentThread().getName() : me.name;
  }

  @Override
  public boolean recording() {
    return recording;
  }

  @Override
  public List<Held> held() {
    Actor me = self();
    return me == null ? List.of() : heldBy(me);
  }

  static List<Held> heldBy(Actor actor) {
    return actor.held.stream().map(hold -> new Held(hold.lock.name(), hold.since)).toList();
  }

  @Override
  public List<StackTraceElement> stack() {
    return recording ? Stacks.here() : List.of();
  }

  List<ControlledTaskQueue> executors() {
    return executors;
  }

  /** Names of executors whose thread is still there when nobody can move any more. */
  public List<String> runningExecutors() {
    return executors.stream()
        .filter(ControlledTaskQueue::running)
        .map(ControlledTaskQueue::name)
        .toList();
  }
}

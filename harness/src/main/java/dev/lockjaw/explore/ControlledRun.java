package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.BasicArena;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.arena.Part;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.race.Races;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.Step;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Learned;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One run of the explorer. Its threads are real, but only one moves at a time ({@link Turns}), from
 * scheduling point to scheduling point, in the order that a {@link Chooser} gives.
 */
public final class ControlledRun extends BasicArena {
  /** A run of this many steps counts as a livelock. */
  static final int STEP_LIMIT = 20_000;

  static final int TOUCHES = 1;
  private static final Act LOOKS = Act.other("look at");

  private final StepLog steps = new StepLog();
  private final Turns turns;
  private final Learned learned;
  private final Spots spots;
  private final Races races;
  private boolean met;
  boolean opening; // of sessions, before the run begins
  boolean awaitsThreads;

  /**
   * @param workers lends the threads
   * @param recording whether to keep stacks and full wordings of the steps
   */
  public ControlledRun(ActorThreads workers, boolean recording) {
    this(workers, recording, MutexKind.JVM);
  }

  /**
   * @param mutexes the kind of those behind the run's; unless it is the JVM's, close the run
   */
  public ControlledRun(ActorThreads workers, boolean recording, MutexKind mutexes) {
    this(workers, recording, mutexes, null, false);
  }

  /**
   * @param learned where woven code is met, which the run adds to; null if no code is woven
   * @param races whether to look for data races in woven code
   */
  public ControlledRun(
      ActorThreads workers, boolean recording, MutexKind mutexes, Learned learned, boolean races) {
    super(recording, mutexes);
    this.learned = learned;
    this.spots = learned == null ? null : new Spots();
    this.races = learned == null || !races ? null : new Races(recording, this::stack, this::steps);
    this.turns = new Turns(this, workers, findings(), steps, learned);
  }

  /** The run is over only when the threads are, too, that woven code starts. */
  public void awaitThreads() {
    awaitsThreads = true;
  }

  /** Does what opens sessions of woven classes, whose threads are then the run's. */
  public void open(Opening opening) throws IOException {
    if (learned == null) {
      opening.run();
    } else {
      new OpeningPoints(this, turns, spots, races).during(opening);
    }
  }

  /** Makes ready what is run. */
  @FunctionalInterface
  public interface Opening {
    void run() throws IOException;
  }

  @Override
  public void actor(String name, Body body) {
    add(name, body, false);
  }

  Actor add(String name, Body body, boolean daemon) {
    Actor actor = turns.add(distinct(name), body, daemon);
    if (learned != null) {
      actor.meets(new WovenPoints(this, turns, actor, spots, learned), races);
    }
    return actor;
  }

  /** Adds a thread of woven code, under a name of its own in the run. */
  void start(Thread thread, Runnable body) {
    boolean daemon = !awaitsThreads || thread.isDaemon();
    add(spots.unique(thread), body::run, daemon).standsFor = thread;
  }

  /**
   * Runs the actors to the end, or until none can move, which is then reported as a finding. When
   * it returns, no thread of the run is in its body, except threads given up in foreign locks.
   */
  public void execute(Chooser chooser) {
    if (turns.actors().isEmpty()) {
      throw new IllegalStateException("the run has no actors");
    }
    begin();
    chooser.begins(this::steps);
    if (learned == null || !recording()) {
      turns.execute(chooser);
    } else {
      Here.recording(true);
      try {
        turns.execute(chooser);
      } finally {
        Here.recording(false);
      }
    }
    Announced.judge(this, turns.actors());
  }

  @Override
  protected boolean everyoneOut() {
    return turns.actors().stream().allMatch(actor -> actor.worker == null || actor.done());
  }

  @Override
  public boolean complete() {
    return turns.complete() && escapes().isEmpty();
  }

  @Override
  public boolean raced() {
    return met;
  }

  /**
   * The data races in woven code, if the run looks for them. None if outside threads have been in
   * woven code: they may have ordered those of this one.
   */
  public List<Sighting> races() {
    return races == null || learned.metOutsideThreads() ? List.of() : races.sightings();
  }

  /** The number of times that more than one actor could move. */
  public int decisions() {
    return turns.decisions();
  }

  /** The number of times that an actor was declared blocked in foreign code. */
  public int foreignBlocks() {
    return turns.foreignBlocks();
  }

  @Override
  public int steps() {
    return steps.size();
  }

  /** The first {@code count} steps. */
  public List<Step> interleaving(int count) {
    return steps.first(count);
  }

  @Override
  public List<Escape> escapes() {
    return turns.actors().stream()
        .filter(actor -> actor.escaped != null)
        .map(Actor::escape)
        .toList();
  }

  /** A lock as people read it; in a run without stacks, as the run calls it. */
  String shown(Shared lock) {
    return recording() && spots != null ? Spots.shown(lock, owners()) : lock.name();
  }

  // ---- for the locks, words and executors of this run ----

  /** The calling actor, with the turn; null if the caller is not an actor. */
  Actor caller() {
    Actor me = turns.caller();
    if (me == null) {
      turnAway();
    } else {
      turns.claim(me);
    }
    return me;
  }

  @Override
  protected boolean endedWell() {
    return turns.actors().stream().allMatch(actor -> actor.over() && actor.escaped == null);
  }

  @Override
  protected void stop() {
    turns.stop();
  }

  /** Whether threads are unwinding: none will lock or wait again. */
  boolean over() {
    return turns.over();
  }

  void perform(Actor me, Runnable giveBack) {
    turns.perform(me, giveBack);
  }

  /** Adds a line to the interleaving. */
  void note(Actor me, Act act) {
    steps.add(me, act);
  }

  /** The caller's step has changed something that it looked at. */
  void changes(Shared on) {
    Actor me = caller();
    if (me != null) {
      turns.changed(me, on);
    }
  }

  /** Replaces the last line by a fuller one, in a run that records. */
  void amend(Supplier<Act> act) {
    if (recording()) {
      steps.amend(act);
    }
  }

  @Override
  public void point(String label, Shared on) {
    point(Act.other(label), on);
  }

  @Override
  public void point(Act act, Shared on) {
    Actor me = caller();
    if (me == null) {
      return;
    }
    step(me, act, on);
    turns.changed(me, on);
  }

  @Override
  public void look(String label, Shared on) {
    look(Act.other(label), on);
  }

  @Override
  public void look(Act act, Shared on) {
    Actor me = caller();
    if (me != null) {
      step(me, act, on);
      me.passes.looked(act.wording().hashCode(), act, on);
    }
  }

  private void step(Actor me, Act act, Shared on) {
    me.settle();
    long what = act.wording().hashCode();
    turns.fairness().step(me, what, on, me.points == null || me.points.meets(on));
    steps.add(me, act);
    turns.happened(me, what, on);
    me.stepped();
  }

  @Override
  public void touch(Shared on) {
    Actor me = touching(on);
    if (me != null) {
      turns.changed(me, on);
    }
  }

  @Override
  public void look(Shared on) {
    Actor me = touching(on);
    if (me != null) {
      me.passes.looked(TOUCHES, LOOKS, on);
    }
  }

  /** The caller gives a lock back, as it was before. */
  void releases(Shared lock) {
    Actor me = touching(lock);
    if (me != null) {
      me.passes.did(TOUCHES, LOOKS);
      Announced.announce(lock, turns.actors(), me);
    }
  }

  private Actor touching(Shared on) {
    Actor me = turns.over() ? null : caller();
    if (me != null) {
      turns.happened(me, TOUCHES, on);
    }
    return me;
  }

  @Override
  public void note(String label, Shared on) {
    note(Act.other(label), on);
  }

  @Override
  public void note(Act act, Shared on) {
    Actor me = caller();
    if (me != null) {
      steps.add(me, act);
      turns.happened(me, act.wording().hashCode(), on);
    }
  }

  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    await(Act.of(Act.Kind.WAIT, on.name(), label), kind, on, ready);
  }

  @Override
  public void await(Act act, Waiting kind, Shared on, BooleanSupplier condition) {
    BooleanSupplier ready = learned == null ? condition : () -> Here.ask(condition);
    Actor me = caller();
    if (me != null) {
      me.settle();
      me.await(turns, act, kind, on, ready);
    } else if (!ready.getAsBoolean()) {
      throw new IllegalStateException("no thread is left to end a wait: " + act.wording());
    }
  }

  @Override
  public boolean await(
      Act act, Waiting kind, Shared on, long nanos, boolean interruptible, BooleanSupplier ready)
      throws InterruptedException {
    Actor me = caller();
    if (me == null) {
      await(act, kind, on, ready);
      return true;
    }
    me.limit(turns, kind, nanos, interruptible);
    await(act, kind, on, () -> ready.getAsBoolean() || me.cut());
    return me.unlimit(turns, ready.getAsBoolean());
  }

  @Override
  public void changed(Shared on) {
    touch(on); // enough: conditions are evaluated before each decision
    Announced.announce(on, turns.actors(), caller());
  }

  @Override
  public Mutex mutex(String name, boolean recursive) {
    return new ControlledMutex(this, name, recursive, behind(recursive));
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
    return hired(new ControlledTaskQueue(this, name));
  }

  @Override
  public void met() {
    met |= turns.caller() != null;
  }

  @Override
  protected Part part() {
    return turns.caller();
  }
}

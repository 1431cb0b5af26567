package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Culprit;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.arena.Holds;
import dev.lockjaw.arena.Part;
import dev.lockjaw.blame.Trail;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Digest;
import dev.lockjaw.race.CheckedPoints;
import dev.lockjaw.race.Races;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One thread's part in a run. Its fields belong to the thread that has the turn; handing over the
 * turn publishes them. Only {@link #state} is contended: by an actor that returns from a foreign
 * lock and the supervisor that declared it blocked.
 */
final class Actor implements Part, Here.Holder {
  private static final int ASKS = 2;
  private static final int HAS_WAITED = 3;

  enum State {
    /** Can move. */
    READY,
    /** Has the turn. */
    RUNNING,
    /** Waits for a condition that the run knows. */
    BLOCKED,
    /** Waits in code that the run knows nothing of. */
    FOREIGN,
    DONE
  }

  /** A thread of woven code that has slept more often counts as a timer. */
  private static final int MOST_NAPS = 20;

  final ControlledRun run;
  final int id;
  final String name;
  final Body body;

  /** Whether it is an executor's thread, or a daemon. A run does not wait for those. */
  final boolean daemon;

  final AtomicReference<State> state = new AtomicReference<>(State.READY);

  ActorThread worker;
  private volatile boolean go;

  BooleanSupplier ready;
  Shared waitsOn;
  Waiting waiting;
  String waitLabel;

  /** What it waits for and the wait, as people read them. */
  String waitName;

  String waitShown;

  /** Whether a thread has announced that its wait may be over, and its condition held then. */
  boolean notified;

  /** Waits that ended before a thread had announced it. */
  final List<Announced> unannounced = new ArrayList<>(0);

  final Holds holds = new Holds();
  List<StackTraceElement> stack = List.of();

  /**
   * Whether no other actor had started when this one was last declared blocked in foreign code.
   * Then no other actor can hold what it waits for.
   */
  boolean blockedAlone;

  /** Whether it counts as blocked because it polls without reaching a scheduling point. */
  volatile boolean polls;

  /** The number of steps, and its processor time, since when it polls and no other can move. */
  int pollsAlone = -1;

  long usedBefore;

  /** Digest of everything that this actor has done and that its steps depended on. */
  long history;

  /** What woven code meets on this actor's thread; null in a run that has no woven code. */
  WovenPoints points;

  /** The same with a check for data races; null in a run without. */
  CheckedPoints checked;

  /** The thread of woven code that this actor stands for, or null. */
  Thread standsFor;

  /** When a wait is over at the latest, by the run's clock. */
  long deadline = Long.MAX_VALUE;

  boolean timedOut;

  /** Whether its wait may time out although others can move. */
  boolean hasty;

  /** Whether its wait times out even when all that the run waits for are done. */
  BooleanSupplier outlasts = () -> false;

  /** How often a time that it waited for came early. */
  int early;

  /** How many of its waits have timed out. */
  int naps;

  boolean interrupted;

  /** Whether an interrupt ends its wait. */
  private boolean minds;

  final Passes passes;

  /** Waits until something has changed that it saw in its last pass. */
  boolean spins;

  /** Has gone on all the same, and nothing has come of it. */
  boolean inVain;

  /** Has just begun to, and may go on instead: the loop that it is in; else null. */
  Chooser.Spinner spinner;

  /** Times in a row that the clock alone has ended that. */
  int delays;

  /** Steps since the others were let move. */
  int inARow;

  /** Ids of the actors that are to move before it. */
  final BitSet owes = new BitSet();

  /** The monitor in which it waits for its turn, having given it up; else null. */
  volatile Object gaveUp;

  Throwable escaped;
  int escapedAt;

  /** What it has looked at in woven code, in a run with stacks. */
  final Trail trail = new Trail();

  Actor(ControlledRun run, int id, String name, Body body, boolean daemon, History history) {
    this.run = run;
    this.passes = new Passes(this, history);
    this.id = id;
    this.name = name;
    this.body = body;
    this.daemon = daemon;
    this.history = Digest.mix(daemon ? 2 : 1, name.hashCode());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Held> held() {
    return holds.held(run::shown);
  }

  /** Says what it is about to wait for, and where. */
  void awaits(Waiting kind, Shared on, String name, String label) {
    waiting = kind;
    waitsOn = on;
    waitName = name;
    waitLabel = label;
    waitShown = label;
    stack = run.stack();
  }

  /** Waits until a condition holds; the turn is with others meanwhile. */
  void await(Turns turns, Act act, Waiting kind, Shared on, BooleanSupplier condition) {
    turns.happened(this, ASKS, on);
    if (condition.getAsBoolean()) {
      passes.looked(ASKS, act, on);
      return;
    }
    turns.steps().add(this, act);
    ready = condition;
    awaits(kind, on, kind == Waiting.IO ? act.object() : on.name(), act.wording());
    notified = false;
    turns.pass(this, State.BLOCKED);
    Announced.ends(this, kind);
    turns.happened(this, HAS_WAITED, on);
    passes.clear();
    stepped();
  }

  /** Says that time or an interrupt ends its next wait, too. */
  void limit(Turns turns, Waiting kind, long nanos, boolean interruptible) {
    timedOut = nanos == 0;
    deadline = nanos < 0 ? Long.MAX_VALUE : turns.clock() + nanos;
    hasty = points != null && Haste.may(kind, nanos);
    minds = interruptible;
    interrupted |= interruptible && Thread.interrupted();
  }

  /** Whether time or an interrupt ends its wait. */
  boolean cut() {
    return timedOut || minds && interrupted;
  }

  /**
   * Its wait is over.
   *
   * @param came whether what it waited for is so
   * @return the same
   * @throws InterruptedException if an interrupt has ended the wait instead
   */
  boolean unlimit(Turns turns, boolean came) throws InterruptedException {
    boolean cutShort = minds && interrupted && !came;
    if (timedOut && turns.clock() < deadline) {
      turns.advance(this, deadline);
    }
    deadline = Long.MAX_VALUE;
    timedOut = false;
    hasty = false;
    minds = false;
    if (cutShort) {
      interrupted = false;
      throw new InterruptedException();
    }
    return came;
  }

  /** The exception that it has thrown, with the other thread behind it, if that is known. */
  Escape escape() {
    Culprit culprit =
        run.recording() ? trail.behind(escaped, name, run.owners()).orElse(null) : null;
    return new Escape(name, escaped, escapedAt, culprit);
  }

  boolean done() {
    return state.get() == State.DONE;
  }

  /**
   * Whether the run does not wait for it: nor does it for a thread that only waits for work, or
   * that sleeps again and again.
   */
  boolean over() {
    return daemon || done() || standsFor != null && (idle() || asleep());
  }

  /** Whether it waits for work and holds no lock. */
  boolean idle() {
    return waiting == Waiting.WORK && state.get() == State.BLOCKED && holds.isEmpty();
  }

  /** Whether it has waited for the clock so often that it may go on so forever. */
  boolean tired() {
    return naps > MOST_NAPS;
  }

  /** Whether it sleeps, as it has many times before, and holds no lock: as a timer does. */
  boolean asleep() {
    return tired()
        && deadline != Long.MAX_VALUE
        && waiting != Waiting.LOCK
        && state.get() == State.BLOCKED
        && holds.isEmpty();
  }

  boolean canMove() {
    State now = state.get();
    return now == State.READY
        || now == State.BLOCKED && (spins && passes.insists() || ready.getAsBoolean());
  }

  @Override
  public void perform(Runnable giveBack) {
    run.perform(this, giveBack);
  }

  @Override
  public boolean interrupted() {
    boolean mine =
        (points != null || minds)
            && Thread.currentThread() instanceof ActorThread caller
            && caller.role() instanceof Actor other
            && other.run == run;
    interrupted |= mine;
    return !mine || state.get() == State.FOREIGN;
  }

  /**
   * Says what woven code meets on this actor's thread.
   *
   * @param checking what looks for data races there, or null
   */
  void meets(WovenPoints woven, Races checking) {
    points = woven;
    checked =
        checking == null
            ? null
            : new CheckedPoints(woven, id, this, checking, () -> state.get() == State.RUNNING);
  }

  /** Takes note of whether the last step has changed anything, if it is one of woven code. */
  void settle() {
    if (points != null) {
      points.settle();
    }
  }

  /** Has made a step of the run's own, be it inside of a call that woven code has made. */
  void stepped() {
    if (points != null) {
      points.stepped();
    }
  }

  @Override
  public boolean leaves() {
    return run.over() && holds.isEmpty();
  }

  @Override
  public Points points() {
    return checked == null ? points : checked;
  }

  /** Gives this actor the turn. */
  void resume() {
    Object monitor = gaveUp;
    go = true;
    if (monitor == null) {
      LockSupport.unpark(worker);
    } else {
      synchronized (monitor) {
        monitor.notifyAll();
      }
    }
  }

  @Override
  public boolean resumed() {
    return go;
  }

  /** Waits for the turn. Only the actor's own thread. */
  void awaitTurn() {
    boolean cut = false;
    while (!go) {
      if (gaveUp == null) {
        LockSupport.park(this);
        cut |= Thread.interrupted(); // else the next park would return at once
      } else {
        awaitIn(gaveUp);
      }
    }
    go = false;
    if (cut) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits as its own code wanted to, so that the monitor is free meanwhile. It has it. */
  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private void awaitIn(Object monitor) {
    try {
      monitor.wait();
    } catch (InterruptedException stray) {
      // a run interrupts its threads by its own means
    }
  }
}

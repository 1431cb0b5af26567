package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Holds;
import dev.lockjaw.arena.Part;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One thread's part in a run. Its fields belong to whoever has the turn; handing the turn over
 * publishes them. {@link #state} alone is contended, by an actor that comes back from a foreign
 * lock and the supervisor that had given it up for blocked.
 */
final class Actor implements Part {
  enum State {
    /** Can move. */
    READY,
    /** Has the turn. */
    RUNNING,
    /** Waits for a condition that the run knows. */
    BLOCKED,
    /** Waits inside code that the run knows nothing of. */
    FOREIGN,
    DONE
  }

  final ControlledRun run;
  final int id;
  final String name;
  final Body body;

  /** An executor's thread: a run doesn't wait for it. */
  final boolean daemon;

  final AtomicReference<State> state = new AtomicReference<>(State.READY);

  ActorThread worker;
  private volatile boolean go;

  BooleanSupplier ready;
  Shared waitsOn;
  Waiting waiting;
  String waitLabel;
  final Holds holds = new Holds();
  List<StackTraceElement> stack = List.of();

  /**
   * Whether nobody else had begun when it was last taken for blocked in foreign code: what it waits
   * for, nobody else can have taken.
   */
  boolean blockedAlone;

  /** Digest of everything this actor has done and what that depended on. */
  long history;

  Throwable escaped;
  int escapedAt;

  Actor(ControlledRun run, int id, String name, Body body, boolean daemon) {
    this.run = run;
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
    return holds.held();
  }

  boolean done() {
    return state.get() == State.DONE;
  }

  boolean canMove() {
    State now = state.get();
    return now == State.READY || (now == State.BLOCKED && ready.getAsBoolean());
  }

  @Override
  public void perform(Runnable giveBack) {
    run.perform(this, giveBack);
  }

  /** Gives this actor the turn. */
  void resume() {
    go = true;
    LockSupport.unpark(worker);
  }

  /** Waits for the turn. Only the actor's own thread. */
  void awaitTurn() {
    while (!go) {
      LockSupport.park(this);
    }
    go = false;
  }
}

package dev.lockjaw.stress;

import dev.lockjaw.arena.Abandoned;
import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.BasicArena;
import dev.lockjaw.arena.Body;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.arena.Jitter;
import dev.lockjaw.arena.Part;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import dev.lockjaw.sync.rundown.Rundowns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One stress run: real threads that start together and are not scheduled, with a little {@link
 * Jitter} at scheduling points. Locks and waits are the run's own, so it knows at any time what
 * each thread waits for. The run is over when all threads wait and no condition holds.
 *
 * <p>The thread that called {@link #execute} is the supervisor. It sleeps until no thread moves,
 * and looks once a millisecond for threads that are blocked in foreign code.
 */
public final class StressRun extends BasicArena {
  static final long LOOK_NANOS = 1_000_000;

  /**
   * Looks at unwinding threads, a millisecond apart, before they are given up. Looks are counted,
   * and not time, so that a pause of the machine does not count against them.
   */
  private static final int LOOKS_UNWINDING = 2_000;

  /** Looks that must agree that all remaining threads wait for monitors. */
  private static final int LOOKS_BLOCKED = 50;

  private final ActorThreads workers;
  private final long seed;
  private final List<Player> players = new CopyOnWriteArrayList<>();
  private final Barrier start = new Barrier();
  private final Standstill standstill;
  private final Motion motion = new Motion();
  private final Timeouts timeouts = new Timeouts(players, motion);
  private Thread supervisor;
  private boolean complete;
  private volatile boolean stopped;
  private volatile boolean met;

  /**
   * @param workers lends the threads
   * @param seed of the jitter
   * @param recording whether to keep stacks
   */
  public StressRun(ActorThreads workers, long seed, boolean recording) {
    this(workers, seed, recording, MutexKind.JVM);
  }

  /**
   * @param mutexes the kind of mutex behind the run's mutexes
   */
  public StressRun(ActorThreads workers, long seed, boolean recording, MutexKind mutexes) {
    this(workers, seed, recording, mutexes, Standstill.MOST_LOOKS);
  }

  /**
   * @param mostLooks how long a run may take, in milliseconds; a busy machine gets more
   */
  public StressRun(
      ActorThreads workers, long seed, boolean recording, MutexKind mutexes, int mostLooks) {
    super(recording, mutexes);
    this.workers = workers;
    this.seed = seed;
    this.standstill = new Standstill(this, players, timeouts, mostLooks);
  }

  /** A seed for one iteration of a cell. */
  public static long seed(long seed, String cell, long iteration) {
    return Jitter.mix(Jitter.mix(seed ^ cell.hashCode()) + iteration);
  }

  /**
   * Runs the actors to the end, or until none can move, which is then reported as a finding. When
   * it returns, no thread of the run is in its body, except threads given up in foreign code.
   */
  public void execute() {
    if (players.isEmpty()) {
      throw new IllegalStateException("the run has no actors");
    }
    supervisor = Thread.currentThread();
    begin();
    motion.begin(players.size());
    start.expect(players.size());
    for (Player player : players) {
      player.worker = workers.take();
    }
    players.forEach(player -> player.worker.play(player));
    boolean settled;
    do {
      settled = settles();
    } while (settled && (!stopped && timeouts.next() || goesOn()));
    if (settled && !stopped) {
      standstill.reportStuck();
    }
    findings().close();
    complete = players.stream().allMatch(player -> player.daemon || player.done);
    unwind();
    findings().reopen();
  }

  /** Waits until no player moves; false if the run ends for another reason. */
  private boolean settles() {
    while (!settled()) {
      if (stopped || standstill.look(motion.version(), System.nanoTime())) {
        return false;
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    return true;
  }

  @Override
  protected boolean endedWell() {
    return players.stream().allMatch(Player::endedWell);
  }

  @Override
  protected void stop() {
    stopped = true; // the supervisor looks once a millisecond
  }

  /**
   * Whether no player moves and none will. This is exact, because the conditions of all waiting
   * players are evaluated while no player moves.
   */
  private boolean settled() {
    long before = motion.version();
    if (motion.any()) {
      return false;
    }
    for (Player player : players) {
      if (player.canGoOn()) {
        motion.changed(); // it has been notified already; once more does no harm
        return false;
      }
    }
    return motion.noneSince(before);
  }

  /** Makes every thread leave its body, and gives up those that stay in foreign code. */
  private void unwind() {
    motion.end();
    int blocked = 0;
    for (int looks = 0; players.stream().anyMatch(player -> !player.done); looks++) {
      players.stream().filter(Standstill::foreign).forEach(player -> player.worker.interrupt());
      blocked = standstill.allBlocked() ? blocked + 1 : 0;
      if (blocked > LOOKS_BLOCKED || looks > LOOKS_UNWINDING) {
        players.stream()
            .filter(player -> !player.done)
            .forEach(player -> workers.giveUp(player.worker));
        return;
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  @Override
  protected boolean everyoneOut() {
    return players.stream().allMatch(player -> player.done || player.worker == null);
  }

  // ---- players ----

  @Override
  public void actor(String name, Body body) {
    Player player = player(name, body, false);
    if (supervisor == null) {
      players.add(player);
    } else {
      begin(player);
    }
  }

  /** Adds an executor's thread, which starts with the run, or at once if that has started. */
  Player hire(String name, Body body) {
    Player player = player(name, body, true);
    if (supervisor == null) {
      players.add(player);
    } else if (caller() != null) {
      begin(player);
    }
    return player;
  }

  private Player player(String name, Body body, boolean daemon) {
    return new Player(this, distinct(name), body, daemon, new Jitter(seed, players.size()));
  }

  private void begin(Player player) {
    player.worker = workers.take();
    players.add(player);
    motion.join();
    player.worker.play(player);
  }

  /** Runs a player's body on the calling worker. */
  void perform(Player me, Runnable giveBack) {
    try {
      if (!start.open()) {
        start.meet();
        me.jitter.stagger();
      }
      me.body.run();
    } catch (Abandoned unwound) {
      // as intended
    } catch (Throwable escaped) {
      me.escaped = motion.over() ? null : escaped;
    }
    giveBack.run();
    me.done = true;
    motion.leave();
    LockSupport.unpark(supervisor);
  }

  /** The calling player; null if the caller is not a player. */
  Player caller() {
    Player me = self();
    if (me == null) {
      turnAway();
    } else if (over()) {
      throw Abandoned.INSTANCE;
    }
    return me;
  }

  private Player self() {
    if (!(Thread.currentThread() instanceof ActorThread worker)) {
      return null;
    }
    if (worker.role() instanceof Player me && me.run == this) {
      return me;
    }
    throw Abandoned.INSTANCE; // left over from a run that gave it up
  }

  /** Whether threads are unwinding: none will lock or wait again. */
  boolean over() {
    return motion.over();
  }

  // ---- results ----

  @Override
  public boolean raced() {
    return met;
  }

  /** {@inheritDoc} Always 0: steps have no order here. */
  @Override
  public int steps() {
    return 0;
  }

  @Override
  public boolean complete() {
    return complete && escapes().isEmpty();
  }

  @Override
  public List<Escape> escapes() {
    List<Escape> escapes = new ArrayList<>(0);
    for (Player player : players) {
      if (player.escaped != null) {
        escapes.add(new Escape(player.name, player.escaped, 0));
      }
    }
    return escapes;
  }

  // ---- Sync ----

  @Override
  public void point(String label, Shared on) {
    pass();
  }

  @Override
  public void point(Act act, Shared on) {
    pass();
  }

  private void pass() {
    Player me = caller();
    if (me != null) {
      me.passed++;
      me.jitter.pause(this);
    }
  }

  @Override
  public void touch(Shared on) {}

  @Override
  public void note(String label, Shared on) {
    caller(); // stops a thread that unwinds
  }

  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    if (await(label, kind, on, -1, false, ready)) {
      Thread.currentThread().interrupt(); // an interrupt does not end a wait
    }
  }

  @Override
  public boolean await(
      Act act, Waiting kind, Shared on, long nanos, boolean interruptible, BooleanSupplier ready)
      throws InterruptedException {
    boolean interrupted = await(act.wording(), kind, on, nanos, interruptible, ready);
    boolean came = ready.getAsBoolean();
    if (interrupted && interruptible && !came) {
      throw new InterruptedException();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return came;
  }

  /** Returns whether the thread was interrupted meanwhile. */
  private boolean await(
      String label,
      Waiting kind,
      Shared on,
      long nanos,
      boolean interruptible,
      BooleanSupplier ready) {
    Player me = caller();
    if (ready.getAsBoolean()) {
      return false;
    }
    if (me == null) {
      throw new IllegalStateException("no thread is left to end a wait: " + label);
    }
    Player.Wait wait =
        new Player.Wait(label, kind, on, ready, timeouts.in(nanos), interruptible, stack());
    return motion.await(me, wait, supervisor);
  }

  @Override
  public void changed(Shared on) {
    motion.changed();
  }

  @Override
  public Mutex mutex(String name, boolean recursive) {
    return new StressMutex(this, name, recursive, behind(recursive));
  }

  @Override
  public ReadWriteLock readWriteLock(String name) {
    return new StressReadWriteLock(this, name);
  }

  @Override
  public Word word(String name, long initial) {
    return new StressWord(this, name, initial);
  }

  @Override
  public Rundown rundown(String name) {
    return Rundowns.fastest(this, name);
  }

  @Override
  public TaskQueue executor(String name) {
    return hired(new StressTaskQueue(this, name));
  }

  // ---- Witness ----

  @Override
  public void met() {
    met |= self() != null;
  }

  @Override
  protected Part part() {
    return self();
  }
}

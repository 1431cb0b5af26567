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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One run in which threads run free: real threads that begin together, with a little {@link Jitter}
 * at scheduling points. Its locks and waits are the run's own, so that it knows at any time who
 * waits for what; where all of them wait and nothing has come for any, the run is over.
 *
 * <p>The thread that called {@link #execute} is the supervisor. It sleeps until nobody moves any
 * more, and looks once a millisecond for threads that are stuck in code the run knows nothing of.
 */
public final class StressRun extends BasicArena {
  static final long LOOK_NANOS = 1_000_000;

  /**
   * Looks at threads that are to unwind, a millisecond apart, before they are given up. Looks and
   * not a time, so that a machine that stands still is not held against them.
   */
  private static final int LOOKS_UNWINDING = 2_000;

  /** Looks that must agree that all who are left are in each other's monitors, for ever. */
  private static final int LOOKS_BLOCKED = 50;

  private final ActorThreads workers;
  private final long seed;
  private final List<Player> players = new CopyOnWriteArrayList<>();
  private final AtomicInteger toCome = new AtomicInteger();
  private final Standstill standstill;

  private final Motion motion = new Motion();
  private Thread supervisor;
  private boolean complete;
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
   * @param mutexes what stands behind the mutexes of this run
   */
  public StressRun(ActorThreads workers, long seed, boolean recording, MutexKind mutexes) {
    this(workers, seed, recording, mutexes, Standstill.MOST_LOOKS);
  }

  /**
   * @param mostLooks how long a run may take, in milliseconds and more
   */
  public StressRun(
      ActorThreads workers, long seed, boolean recording, MutexKind mutexes, int mostLooks) {
    super(recording, mutexes);
    this.workers = workers;
    this.seed = seed;
    this.standstill = new Standstill(this, players, mostLooks);
  }

  /** A seed for one iteration of a cell. */
  public static long seed(long seed, String cell, long iteration) {
    return Jitter.mix(Jitter.mix(seed ^ cell.hashCode()) + iteration);
  }

  /**
   * Runs the actors to the end, or to where no one can move; what is wrong with that is then among
   * the findings. Returns with no thread of the run left in its body, but for those given up in
   * foreign code.
   */
  public void execute() {
    if (players.isEmpty()) {
      throw new IllegalStateException("nobody was given anything to do");
    }
    supervisor = Thread.currentThread();
    motion.begin(players.size());
    toCome.set(players.size());
    for (Player player : players) {
      player.worker = workers.take();
    }
    players.forEach(player -> player.worker.play(player));
    boolean settled = settled();
    while (!settled && !standstill.look(motion.version(), System.nanoTime())) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      settled = settled();
    }
    if (settled) {
      standstill.reportStuck();
    }
    findings().close();
    complete = players.stream().allMatch(player -> player.daemon || player.done);
    unwind();
    findings().reopen();
  }

  /**
   * Whether nobody moves and nobody will: the conditions of all who wait are looked at while nobody
   * moves, which is what makes this exact.
   */
  private boolean settled() {
    long before = motion.version();
    if (motion.any()) {
      return false;
    }
    for (Player player : players) {
      if (player.canGoOn()) {
        motion.changed(); // it has been told, or it would have been by this
        return false;
      }
    }
    return motion.noneSince(before);
  }

  /** Gets every thread out of its body; gives up those that nothing gets out of foreign code. */
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
    if (supervisor == null) {
      players.add(player(name, body, false));
    } else {
      begin(player(name, body, false));
    }
  }

  /** Adds an executor's thread, and sets it going if the run is on. */
  Player hire(String name, Body body) {
    Player player = player(name, body, true);
    if (caller() != null) {
      begin(player);
    }
    return player;
  }

  private Player player(String name, Body body, boolean daemon) {
    return new Player(this, name, body, daemon, new Jitter(seed, players.size()));
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
      if (toCome.get() > 0) {
        meetAtBarrier();
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

  /** Nobody goes on before all have come; whoever has, keeps its processor if there is one. */
  private void meetAtBarrier() {
    toCome.decrementAndGet();
    for (int spins = 0; toCome.get() > 0; spins++) {
      if (spins < 1 << 10) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** The calling player; null for a thread that is none. */
  Player caller() {
    Player me = self();
    if (me != null && over()) {
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

  /** Whether threads are unwinding: nobody will lock or wait again. */
  boolean over() {
    return motion.over();
  }

  // ---- what came of it ----

  @Override
  public boolean raced() {
    return met;
  }

  /** {@inheritDoc} Not counted here, where steps have no order. */
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
    caller(); // a thread that unwinds is to go no further
  }

  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    Player me = caller();
    if (ready.getAsBoolean()) {
      return;
    }
    if (me == null) {
      throw new IllegalStateException("nobody is left to end a wait: " + label);
    }
    me.wait = new Player.Wait(label, kind, on, ready, stack());
    if (motion.stop()) {
      LockSupport.unpark(supervisor);
    }
    boolean interrupted = false;
    try {
      while (!over()) {
        long seen = motion.version();
        if (ready.getAsBoolean()) {
          break;
        }
        interrupted |= motion.waitForChange(seen);
      }
    } finally {
      motion.goOn(me);
    }
    if (over()) {
      throw Abandoned.INSTANCE;
    }
    if (interrupted) {
      Thread.currentThread().interrupt(); // what is waited for has no way to fail
    }
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

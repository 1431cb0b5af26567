package dev.lockjaw.arena;

import dev.lockjaw.monitor.Findings;
import dev.lockjaw.monitor.Resources;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.sync.RealMutex;
import dev.lockjaw.sync.Resource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What every run has, however its threads are driven: findings, real mutexes, executors, objects
 * made once, and what the oracles ask about the calling thread. Close it when the run is over.
 */
public abstract class BasicArena implements Arena, AutoCloseable {
  private final boolean recording;
  private final MutexKind mutexes;
  private final Findings findings = new Findings();
  private final Owners owners = new Owners();
  private final Resources resources = new Resources(this, this, this::report);
  private final List<RealMutex> real = new CopyOnWriteArrayList<>();
  private final List<ArenaTaskQueue> executors = new CopyOnWriteArrayList<>();
  private final Map<String, Object> once = new ConcurrentHashMap<>(2);
  private final Map<String, Integer> names = new ConcurrentHashMap<>();

  private final Map<Part, Integer> refusals = new ConcurrentHashMap<>(2);
  private final Queue<Later> afterwards = new ArrayDeque<>(1);

  /** The thread that drives the run, from its start on. */
  private volatile Thread driver;

  private final AtomicReference<OutsideThread> outsideThread = new AtomicReference<>();

  /** Calls of {@link #once} that are making their object. */
  private final AtomicInteger making = new AtomicInteger();

  /**
   * @param recording whether to keep stacks
   * @param mutexes the kind of mutex behind the run's mutexes
   */
  protected BasicArena(boolean recording, MutexKind mutexes) {
    this.recording = recording;
    this.mutexes = mutexes;
  }

  /** The part that the calling thread plays in this run; null if it plays none. */
  protected abstract Part part();

  /**
   * A name that no other thread of the run has: reports and the lock graph identify a thread by its
   * name, and an executor may be named like an actor.
   */
  protected final String distinct(String name) {
    int times = names.merge(name, 1, Integer::sum);
    return times == 1 ? name : distinct(name + " #" + times);
  }

  /** An actor that is yet to be added. */
  private record Later(String name, Body body) {}

  @Override
  public final void afterwards(String name, Body body) {
    afterwards.add(new Later(name, body));
  }

  /** Whether every actor has ended, and without an exception. */
  protected abstract boolean endedWell();

  /** Adds the next actor of {@link #afterwards}, if it is time for it. */
  public final boolean goesOn() {
    Later next = !afterwards.isEmpty() && endedWell() ? afterwards.poll() : null;
    if (next != null) {
      actor(next.name(), next.body());
    }
    return next != null;
  }

  /** An executor has refused a task of the calling thread. */
  public final void refused() {
    Part mine = part();
    if (mine != null) {
      refusals.merge(mine, 1, Integer::sum);
    }
  }

  /** The calling thread begins to drive the run. */
  protected final void begin() {
    driver = Thread.currentThread();
  }

  /**
   * Turns away the calling thread, which has no part in the run, unless the run has not begun or
   * the thread drives it.
   *
   * @throws Abandoned if it is turned away
   */
  protected final void turnAway() {
    Thread drives = driver;
    if (drives == null || drives == Thread.currentThread()) {
      return;
    }
    outsideThread.compareAndSet(null, OutsideThread.here());
    stop();
    throw Abandoned.INSTANCE;
  }

  /** Ends the run early. Any thread. */
  protected abstract void stop();

  @Override
  public final Optional<OutsideThread> outsideThread() {
    return Optional.ofNullable(outsideThread.get());
  }

  @Override
  public final int refusals() {
    Part mine = part();
    return mine == null ? 0 : refusals.getOrDefault(mine, 0);
  }

  /** Whether no thread of the run is left in its body. */
  protected abstract boolean everyoneOut();

  @Override
  public final Findings findings() {
    return findings;
  }

  @Override
  public final Resources resources() {
    return resources;
  }

  @Override
  public final Resource taken(String session, String name) {
    return resources.taken(session, name);
  }

  @Override
  public final Owners owners() {
    return owners;
  }

  @Override
  public final boolean recording() {
    return recording;
  }

  @Override
  public final String thread() {
    Part mine = part();
    return mine == null ? Thread.currentThread().getName() : mine.name();
  }

  @Override
  public final List<Held> held() {
    Part mine = part();
    return mine == null ? List.of() : mine.held();
  }

  @Override
  public final List<StackTraceElement> stack() {
    return recording ? Stacks.here() : List.of();
  }

  /** The mutex behind one of the run's mutexes. It is given back when the run is closed. */
  protected final RealMutex behind(boolean recursive) {
    RealMutex behind = mutexes.behind(recursive);
    if (behind != RealMutex.NONE) {
      real.add(behind);
    }
    return behind;
  }

  /** Adds an executor to {@link #executors}, unless it is made inside {@link #once}. */
  protected final ArenaTaskQueue hired(ArenaTaskQueue executor) {
    if (making.get() == 0) {
      executors.add(executor);
    }
    return executor;
  }

  @Override
  public final List<ArenaTaskQueue> executors() {
    return List.copyOf(executors);
  }

  @Override
  @SuppressWarnings("unchecked")
  public final <T> T once(String name, Supplier<T> make) {
    return (T) once.computeIfAbsent(name, absent -> makeShared(make));
  }

  private Object makeShared(Supplier<?> make) {
    making.incrementAndGet();
    try {
      return make.get();
    } finally {
      making.decrementAndGet();
    }
  }

  /**
   * Gives back what the run holds outside of the Java heap. Keeps it if a thread is still in its
   * body: that thread may return and unlock a mutex.
   */
  @Override
  public final void close() {
    if (everyoneOut()) {
      real.forEach(RealMutex::close);
    }
    real.clear();
  }
}

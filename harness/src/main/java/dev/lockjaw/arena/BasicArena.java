package dev.lockjaw.arena;

import dev.lockjaw.monitor.Findings;
import dev.lockjaw.result.Held;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.sync.RealMutex;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What every run has, however its threads are driven: findings, real mutexes, executors, objects
 * made once, and what the oracles ask about the calling thread. Close it when the run is over.
 */
public abstract class BasicArena implements Arena, AutoCloseable {
  private final boolean recording;
  private final MutexKind mutexes;
  private final Findings findings = new Findings();
  private final List<RealMutex> real = new CopyOnWriteArrayList<>();
  private final List<ArenaTaskQueue> executors = new CopyOnWriteArrayList<>();
  private final Map<String, Object> once = new ConcurrentHashMap<>(2);

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

  /** Whether no thread of the run is left in its body. */
  protected abstract boolean everyoneOut();

  @Override
  public final Findings findings() {
    return findings;
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

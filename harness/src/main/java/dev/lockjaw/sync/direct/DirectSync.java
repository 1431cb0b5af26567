package dev.lockjaw.sync.direct;

import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.sync.PthreadMutex;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import dev.lockjaw.sync.rundown.Rundowns;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The plain objects for free-running threads: JDK locks, atomics and threads. Scheduling points do
 * nothing.
 */
public class DirectSync implements Sync, AutoCloseable {
  /**
   * A waiter checks its condition again after this long, even without an announced change. Bytes on
   * a socket become readable some time after they were written, and the kernel announces nothing
   * here.
   */
  private static final long LOOK_AGAIN_MILLIS = 1;

  /**
   * How many times a thread checks, before it sleeps, whether another thread has performed its
   * operation. That takes longer than a record, because sleeping and waking take longer still.
   */
  private static final int LOOKS = 1_000;

  private final MutexKind mutexes;
  private final Queue<PthreadMutex> real = new ConcurrentLinkedQueue<>();
  private final Map<String, Object> once = new ConcurrentHashMap<>();

  /** With mutexes of the JVM. */
  public DirectSync() {
    this(MutexKind.JVM);
  }

  public DirectSync(MutexKind mutexes) {
    this.mutexes = mutexes;
  }

  @Override
  public void point(String label, Shared on) {}

  @Override
  public void touch(Shared on) {}

  @Override
  public void note(String label, Shared on) {}

  @Override
  public Mutex mutex(String name, boolean recursive) {
    if (mutexes == MutexKind.JVM) {
      return new DirectMutex(name, recursive);
    }
    DirectPthreadMutex mutex = new DirectPthreadMutex(name, recursive);
    real.add(mutex.mutex);
    return mutex;
  }

  @Override
  public ReadWriteLock readWriteLock(String name) {
    return new DirectReadWriteLock(name);
  }

  @Override
  public Word word(String name, long initial) {
    return new DirectWord(name, initial);
  }

  @Override
  public Rundown rundown(String name) {
    return Rundowns.fastest(this, name);
  }

  @Override
  public TaskQueue executor(String name) {
    return new DirectTaskQueue(name);
  }

  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    for (int i = 0; kind == Waiting.COMPLETION && i < LOOKS; i++) {
      if (ready.getAsBoolean()) {
        return;
      }
      Thread.onSpinWait();
    }
    boolean interrupted = false;
    synchronized (on) {
      while (!ready.getAsBoolean()) {
        try {
          on.wait(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true; // an await has no way to fail; the caller sees the restored flag
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void changed(Shared on) {
    synchronized (on) {
      on.notifyAll();
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T once(String name, Supplier<T> make) {
    return (T) once.computeIfAbsent(name, n -> make.get());
  }

  /**
   * Frees the native memory of its mutexes. Call it only when no thread can use a mutex any more.
   * If a thread is stuck in one, don't call it.
   */
  @Override
  public void close() {
    for (PthreadMutex mutex = real.poll(); mutex != null; mutex = real.poll()) {
      mutex.close();
    }
  }
}

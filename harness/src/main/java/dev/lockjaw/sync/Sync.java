package dev.lockjaw.sync;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Where a session, a lock strategy or a wire gets everything that threads meet at. Under the
 * explorer each of these is a scheduling point; running free they are the plain thing itself.
 *
 * <p>One {@code Sync} serves one run. Its methods may be called by any thread of that run.
 */
@API(status = API.Status.STABLE)
public interface Sync {
  /**
   * A scheduling point: another thread may be run before the caller goes on.
   *
   * @param label what the caller is about to do, as it should read in an interleaving; a constant
   * @param on what the step from here to the next point touches, or null for everything
   */
  void point(String label, Shared on);

  /** Says that the current step touches {@code on} too. */
  void touch(Shared on);

  /**
   * Says what the current step does besides: a line in the interleaving, and no scheduling point.
   *
   * @param label as it should read in an interleaving; a constant
   */
  void note(String label, Shared on);

  Mutex mutex(String name, boolean recursive);

  ReadWriteLock readWriteLock(String name);

  Word word(String name, long initial);

  /** One that is a {@link #word}, unless there is a better one. */
  default Rundown rundown(String name) {
    return new CountedRundown(this, name);
  }

  TaskQueue executor(String name);

  /**
   * Waits until {@code ready} holds. The condition may read only state that {@code on} stands for,
   * must have no effect, and must be announced by {@link #changed} when it may have come true.
   *
   * @param label what is waited for, as it should read in an interleaving; a constant
   */
  void await(String label, Waiting kind, Shared on, BooleanSupplier ready);

  /** Says that a condition somebody awaits on {@code on} may have come true. */
  void changed(Shared on);

  /** The one object of that name in this run, made at the first call. */
  <T> T once(String name, Supplier<T> make);
}

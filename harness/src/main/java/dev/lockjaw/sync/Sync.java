package dev.lockjaw.sync;

import dev.lockjaw.result.Act;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Makes every object through which the threads of a session, a lock strategy or a wire meet. Under
 * the explorer each use of one is a scheduling point. For free-running threads each is the plain
 * object.
 *
 * <p>One {@code Sync} serves one run. Any thread of that run may call its methods.
 */
@API(status = API.Status.STABLE)
public interface Sync {
  /**
   * A scheduling point: another thread may run before the caller goes on.
   *
   * @param label what the caller is about to do, worded for an interleaving; a constant
   * @param on what the caller touches from here to the next point, or null for everything
   */
  void point(String label, Shared on);

  /** As {@link #point(String, Shared)}, with what the caller is about to do as data. */
  default void point(Act act, Shared on) {
    point(act.wording(), on);
  }

  /**
   * As {@link #point(String, Shared)}, before the caller only looks at {@code on}. What it changes
   * all the same it declares with {@link #touch} or {@link #changed}. A thread that does nothing
   * but look, and sees the same again and again, is taken to wait for another.
   */
  default void look(String label, Shared on) {
    point(label, on);
  }

  /** As {@link #look(String, Shared)}, with what the caller is about to do as data. */
  default void look(Act act, Shared on) {
    point(act, on);
  }

  /** Declares that the current step touches {@code on} too, and may change it. */
  void touch(Shared on);

  /** Declares that the current step looks at {@code on} too. */
  default void look(Shared on) {
    touch(on);
  }

  /**
   * Adds a line about the current step to the interleaving. It is not a scheduling point.
   *
   * @param label worded for an interleaving; a constant
   */
  void note(String label, Shared on);

  /** As {@link #note(String, Shared)}, with what the step does as data. */
  default void note(Act act, Shared on) {
    note(act.wording(), on);
  }

  Mutex mutex(String name, boolean recursive);

  ReadWriteLock readWriteLock(String name);

  Word word(String name, long initial);

  /**
   * A rundown. By default it is built on a {@link #word}; implementations may have a faster one.
   */
  default Rundown rundown(String name) {
    return new CountedRundown(this, name);
  }

  TaskQueue executor(String name);

  /**
   * Waits until {@code ready} holds. The condition may read only state that {@code on} stands for
   * and must have no side effect. The thread that may have made it true must call {@link #changed}.
   *
   * @param label what the caller waits for, worded for an interleaving; a constant
   */
  void await(String label, Waiting kind, Shared on, BooleanSupplier ready);

  /** As {@link #await(String, Waiting, Shared, BooleanSupplier)}, with the wait as data. */
  default void await(Act act, Waiting kind, Shared on, BooleanSupplier ready) {
    await(act.wording(), kind, on, ready);
  }

  /**
   * As {@link #await(Act, Waiting, Shared, BooleanSupplier)}, for a wait that time or an interrupt
   * may end, too. Time is that of the run: it passes while no thread of the run can move.
   *
   * @param nanos the longest wait; negative for no limit
   * @param interruptible whether an interrupt ends the wait
   * @return whether {@code ready} holds
   * @throws InterruptedException if the thread is interrupted and {@code ready} does not hold
   */
  default boolean await(
      Act act, Waiting kind, Shared on, long nanos, boolean interruptible, BooleanSupplier ready)
      throws InterruptedException {
    await(act, kind, on, ready);
    return true;
  }

  /** Announces that a condition awaited on {@code on} may have become true. */
  void changed(Shared on);

  /**
   * Declares that a session has taken a resource that it must give back: a buffer of a pool, a
   * handle, a permit. One that is given back twice, or not at all although the session was freed,
   * is a finding.
   *
   * @param session the session's name
   * @param name what it is; findings show it with the session's name in parentheses
   */
  default Resource taken(String session, String name) {
    return () -> {};
  }

  /** The one object of that name in this run; the first call makes it. */
  <T> T once(String name, Supplier<T> make);
}

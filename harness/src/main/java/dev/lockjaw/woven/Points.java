package dev.lockjaw.woven;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.sync.Waiting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A thread of a controlled run, as woven code meets it. Called by that thread alone, but for the
 * conditions it waits for, which are looked at by any thread of the run.
 *
 * <p>What is touched is named by an object and a part of it: a field's place, or one of the
 * constants here.
 */
public interface Points {
  /** What a container, an array, or a lock other than a monitor holds. */
  int CONTENTS = -1;

  /** An object's monitor. */
  int MONITOR = -2;

  /** What threads meet at that look at the clock. */
  Object CLOCK = new Object();

  /** The points of the calling thread; null if it belongs to no run. */
  static Points here() {
    return Here.points();
  }

  /** Whether the steps are kept in words. */
  boolean recording();

  /** A scheduling point before something is read or written, unless no thread meets it there. */
  void access(Site site, Object on, int part, boolean write);

  /** Says that the last {@link #access}, which might have written, has changed nothing. */
  void changesNothing();

  /** Says that the last {@link #access}, which might have written, has only read. */
  default void onlyRead() {}

  /** An {@link #access} to one element of an array. */
  default void element(Site site, Object array, int index, boolean write) {
    access(site, array, CONTENTS, write);
  }

  /**
   * Says that the calling thread goes into code that is not woven and that may order threads by
   * means of its own, until it {@link #leaves}. No scheduling point.
   *
   * @param through the object that it is called on; null if there is none
   */
  default void enters(Site site, Object through) {}

  /** Says that the calling thread returns from where it has entered at a site. */
  default void leaves(Site site) {}

  /** Says that the calling thread accesses an object's data. No scheduling point. */
  default void data(Site site, Object on) {}

  /**
   * Says that the calling thread may have taken, or may give back, a lock that the run does not
   * know. No scheduling point.
   */
  default void orders(Object lock) {}

  /** Says that the step which the calling thread is at touches something too. */
  void touch(Object on, int part, boolean write);

  /** Says that the step which the calling thread is at may touch anything. */
  void touchAll();

  /**
   * Says that a call into Lockjaw is made on something, or given it: until the next one is, each
   * step of the run's own on this thread touches that too.
   */
  void passes(Object given, boolean receiver);

  /** Says more of the last {@link #access}, if that was a step; only while recording. */
  void add(String more);

  /** Says that the last {@link #access} is to a null; only while recording. */
  default void isNull() {}

  /** A step that is no scheduling point. */
  void note(Site site, String what);

  /**
   * Waits.
   *
   * @param nanos the longest wait by the clock of the run; negative for no limit
   * @param ready what ends the wait
   * @param free what must hold besides, be it after the time is up
   * @return whether {@code ready} held when the wait was over
   * @throws InterruptedException if {@code interruptible} and the thread is interrupted
   */
  boolean await(Wait wait, long nanos, BooleanSupplier ready, BooleanSupplier free)
      throws InterruptedException;

  /**
   * What a wait is.
   *
   * @param label as it reads after a thread's name, such as {@code waits for Link.lock}
   * @param name of what the thread waits for, such as {@code Link.lock}
   * @param monitor the monitor that the thread gives up while it waits, or null
   */
  record Wait(
      Site site,
      String label,
      String name,
      Waiting kind,
      Object on,
      int part,
      Object monitor,
      boolean interruptible) {}

  /** Says that the thread has taken a lock. */
  void took(Site site, Object lock, int part, String name, Guard hold);

  /** Says that the thread asks whether a lock is free, and may go on if it is not. */
  void asks(Object lock, int part, String name);

  /**
   * A scheduling point before a lock is given back, where some thread asks whether it is free; for
   * any other lock, whatever could be done here can be done at the thread's next point.
   */
  void gives(Object lock, int part);

  /** Says that the thread has given a lock back; throws nothing. */
  void gave(Site site, Object lock, int part, Guard hold);

  /** Makes a view of an object, such as an iterator, stand for the object. */
  void view(Object view, Object of);

  /** What the run keeps beside an object, made at the first call. */
  <T> T beside(Object real, Class<T> type, Supplier<T> make);

  /** A number that no other thread of the run has. */
  Object me();

  /** The run's clock, as a thread that looks at it sees it: each look shows a little more. */
  long nanoTime();

  /** The run's clock in nanoseconds, for what is no look at it. */
  long clock();

  /** What the run's clock shows some nanoseconds from now; the end of time if there is no such. */
  default long in(long nanos) {
    return nanos > Long.MAX_VALUE - clock() ? Long.MAX_VALUE : clock() + nanos;
  }

  /**
   * Waits for a time.
   *
   * @param at by the run's clock, in nanoseconds
   * @param delay when the time may come
   * @param ready what ends the wait before
   * @return whether the time came first
   * @throws InterruptedException if the wait is interruptible and the thread is interrupted
   */
  boolean until(Wait wait, long at, Delay delay, BooleanSupplier ready) throws InterruptedException;

  /**
   * When the time that a thread waits for may come. Without either of the two it comes when no
   * other thread can move and some thread that the run waits for is not done.
   *
   * @param early whether it may come at any moment, which the explorer then tries
   * @param late whether it comes, at the latest, when all that the run waits for are done
   */
  record Delay(BooleanSupplier early, BooleanSupplier late) {}

  /** Whether some wait of the run has timed out although others could move. */
  default boolean hurried() {
    return false;
  }

  /** The delay of a thread that sleeps, which may be early a few times if it is short. */
  Delay nap(long nanos);

  /** Says that the calling thread's code threw something that no caller will receive. */
  void unheard(Throwable thrown);

  /**
   * Whether the run waits for the threads that its code starts. It then has a network of its own,
   * too.
   */
  default boolean ownsThreads() {
    return false;
  }

  /** Adds a thread to the run that stands for {@code thread}, which is never started. */
  void start(Thread thread, Runnable body);

  /** The thread that the calling one stands for; itself, if it is one that a scenario has. */
  Thread thread();

  /**
   * Makes sure that the calling thread has the turn, where it may have lost it in code that is not
   * woven; false if the run is over and its threads are unwound. Throws nothing.
   */
  boolean present();

  /** Whether the run is over, so that its threads must leave. Any thread may ask. */
  default boolean unwound() {
    return false;
  }

  /** Lets the others move first, if any can. */
  void giveWay(Site site);

  /**
   * Lets the threads that woven code has started move until none can, if the calling thread opens
   * sessions. It then polls for what such a thread does.
   */
  default void letOthersMove() {}

  /** Interrupts a thread: one of the run's, one it stands for, or any other. */
  void interrupt(Thread thread);

  /** Whether a thread is interrupted. */
  boolean interrupted(Thread thread, boolean clear);

  /**
   * Says that a class is being initialised by the calling thread, or is no more: no point lies in
   * that.
   */
  void quiet(boolean begins);
}

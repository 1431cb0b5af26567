package dev.lockjaw.sync.rundown;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rundown for free-running threads. Entering and leaving cost next to nothing. A thread marks in
 * its own slot ({@link Presence}) that it is inside, and then checks whether the gate is closed. To
 * leave, it empties the slot and checks again. The thread that closes the gate reads all slots.
 *
 * <p>A full fence is needed between a thread's write to its slot and its check of the gate. Without
 * it, each side may miss the other: the freer may not see a visitor, or a visitor that leaves last
 * may not notice that it is the last. Where there is a {@link ProcessBarrier}, the freer issues it
 * between closing the gate and reading the slots, and visitors need no fence. A visitor that still
 * found the gate open had written its slot, full or empty, before the freer, and every visitor that
 * found the gate closed, reads it. The compiler only has to keep program order. Java has no fence
 * for just that. An acquire fence in between makes HotSpot keep it, and costs no instruction on
 * x86.
 *
 * <p>The last one out: a visitor that leaves and finds the gate closed empties its slot and then
 * reads all slots. If several leave at once, the last to empty its slot sees none full. One of
 * those that see none full wins. The visitor that closed the gate from inside is visible to all of
 * them until it leaves, which is after the barrier.
 */
public class SlotRundown implements Rundown {
  private static final int OPEN = 0;
  private static final int CLOSING = 1;
  private static final int LEFT_TO_LAST = 2;
  private static final int COMPLETE = 3;

  private static final Act AWAITS_EMPTY = Act.waitFor("those inside");
  private static final Act AWAITS_COMPLETE = Act.waitFor("the other free");

  private static final VarHandle STATE = state();

  /** Numbers are never reused, so a number in a slot names one rundown only. */
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number = NUMBERS.incrementAndGet();
  private final Sync sync;
  private final Shared shared;

  @SuppressWarnings("unused") // accessed through STATE
  private int state;

  public SlotRundown(Sync sync, String name) {
    this.sync = sync;
    this.shared = new Shared(name);
  }

  private static VarHandle state() {
    try {
      return MethodHandles.lookup().findVarHandle(SlotRundown.class, "state", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /**
   * Called before each step that other threads can see, so that a subclass can add scheduling
   * points.
   */
  void step(String label, Shared on) {}

  @Override
  public final Visitor visitor() {
    return Presence.own();
  }

  @Override
  public final boolean enter(Visitor me) {
    step("enter", shared);
    ((Presence) me).add(number);
    fence();
    step("look at the gate", shared);
    return (int) STATE.getAcquire(this) == OPEN;
  }

  @Override
  public final boolean leave(Visitor me) {
    step("leave", shared);
    ((Presence) me).remove(number);
    fence();
    step("look at the gate", shared);
    return (int) STATE.getAcquire(this) != OPEN && isLast();
  }

  /** The fence between a visitor's write and its check of the gate. */
  void fence() {
    VarHandle.acquireFence();
  }

  /** The barrier between closing the gate and reading the slots. */
  void barrier() {
    ProcessBarrier.issue();
  }

  private boolean isLast() {
    VarHandle.fullFence();
    if ((int) STATE.getVolatile(this) == LEFT_TO_LAST && count() == 0) {
      step("take what is left to the last one out", shared);
      if (STATE.compareAndSet(this, LEFT_TO_LAST, CLOSING)) {
        return true;
      }
    }
    sync.changed(shared);
    return false;
  }

  @Override
  public final boolean inside(Visitor me) {
    return ((Presence) me).count(number) > 0;
  }

  @Override
  public final boolean close(boolean leaving) {
    step("close the gate", shared);
    if (!STATE.compareAndSet(this, OPEN, leaving ? LEFT_TO_LAST : CLOSING)) {
      return false;
    }
    barrier();
    return true;
  }

  @Override
  public final void awaitEmpty() {
    sync.await(AWAITS_EMPTY, Waiting.DRAIN, shared, () -> count() == 0);
  }

  @Override
  public final void complete() {
    step("is done", shared);
    STATE.setVolatile(this, COMPLETE);
    sync.changed(shared);
  }

  @Override
  public final void awaitComplete() {
    sync.await(
        AWAITS_COMPLETE, Waiting.DRAIN, shared, () -> (int) STATE.getVolatile(this) == COMPLETE);
  }

  @Override
  public final int count() {
    return Presence.countAll(number);
  }
}

package dev.lockjaw.sync.rundown;

import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rundown for threads that run free, of which coming and going costs next to nothing. A thread
 * says in a slot of its own ({@link Presence}) that it is inside, and then looks whether the gate
 * is closed; it empties the slot, and looks again. Whoever closes the gate looks at all slots.
 *
 * <p>Between a thread's write to its slot and its look at the gate there has to be a full fence, or
 * each side may miss the other: a visitor whom the freer does not see, or, going, a last one out
 * who does not know that it is. Where there is a {@link ProcessBarrier}, the freer issues that
 * between closing the gate and looking at the slots, and the visitors need none: one who still
 * found the gate open has written its slot, full or empty, before whatever the freer and those who
 * found it closed read there. All that is asked of the compiler is the order of the program: Java
 * has no fence for just that, and an acquire fence in between makes HotSpot's keep it, at the cost
 * of no instruction on x86.
 *
 * <p>The last one out: who leaves and finds the gate closed empties its slot, then looks at all. Of
 * several at once the last to empty sees none full, and of those who see none full, one wins. The
 * one who closed from inside is seen there by all until it leaves, after the barrier.
 */
public class SlotRundown implements Rundown {
  private static final int OPEN = 0;
  private static final int CLOSING = 1;
  private static final int LEFT_TO_LAST = 2;
  private static final int COMPLETE = 3;

  private static final VarHandle STATE = state();

  /** Numbers are never used again, so what is said in a slot can't be taken for another's. */
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number = NUMBERS.incrementAndGet();
  private final Sync sync;
  private final Shared shared;

  @SuppressWarnings("unused") // by its handle
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

  /** Called before each step that others may see, for those who want to come in between. */
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

  /** Between a visitor's write and its look at the gate. */
  void fence() {
    VarHandle.acquireFence();
  }

  /** Between the closing of the gate and the look at the visitors. */
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
    sync.await("waits for those inside", Waiting.DRAIN, shared, () -> count() == 0);
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
        "waits for the other free",
        Waiting.DRAIN,
        shared,
        () -> (int) STATE.getVolatile(this) == COMPLETE);
  }

  @Override
  public final int count() {
    return Presence.countAll(number);
  }
}

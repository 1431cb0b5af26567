package dev.lockjaw.race;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.arena.Part;
import dev.lockjaw.sync.Encounter;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Memory;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.nio.Buffer;
import java.util.function.BooleanSupplier;

/**
 * The points of one thread of a run, which checks what goes through them for data races. The run
 * goes as it would without.
 */
public final class CheckedPoints extends ForwardingPoints {
  private final int thread;
  private final Part part;
  private final Races races;
  private final BooleanSupplier hasTurn;
  private final Entered entered = new Entered();
  private int quiet;

  /** Whether the thread reads what it will throw away if another has written meanwhile. */
  private boolean optimistic;

  /**
   * @param to the points of the run
   * @param thread its number in the run
   * @param part what it plays
   * @param hasTurn whether it has the turn now; it may have lost it in code that is not woven
   */
  public CheckedPoints(Points to, int thread, Part part, Races races, BooleanSupplier hasTurn) {
    super(to);
    this.thread = thread;
    this.part = part;
    this.races = races;
    this.hasTurn = hasTurn;
    races.begins(thread);
  }

  // ---- what is accessed ----

  @Override
  public void access(Site site, Object on, int unit, boolean write) {
    to.access(site, on, unit, write);
    if (quiet > 0) {
      return;
    }
    stay();
    if (unit >= 0) {
      field(site, on, unit, write);
    } else if (unit == MONITOR) {
      acquire(on);
    } else {
      object(site, races.source(on), write);
    }
    stay();
  }

  private void field(Site site, Object on, int field, boolean write) {
    switch (site.memory()) {
      case NONE -> {}
      case READ, WRITE -> {
        if (write || !optimistic) {
          races.field(thread, part, site, on, field, write);
        }
      }
      case ACQUIRE -> races.acquire(thread, races.order(on, field));
      case RELEASE -> races.release(thread, races.order(on, field));
      default -> {
        races.acquire(thread, races.order(on, field));
        races.release(thread, races.order(on, field));
      }
    }
  }

  private void object(Site site, Object on, boolean write) {
    Memory memory = site.memory();
    Nature nature = Nature.of(on);
    if (nature == Nature.OUTSIDE || memory == Memory.OUTSIDE) {
      races.goBlind();
    }
    if (memory == Memory.NONE) {
      return;
    }
    switch (nature) {
      case INERT, OUTSIDE -> {}
      case DATA -> access(site, on);
      case LOCK -> {
        acquire(on);
        optimistic = memory == Memory.OPTIMISTIC;
        if (memory != Memory.ORDER) { // else it says so when it takes the lock or gives it back
          races.acquireShared(thread, races.order(on));
          release(on);
        }
      }
      case LOCKING, UNKNOWN -> {
        acquire(on);
        release(on);
      }
      case WOVEN, ORDERING -> {
        if (memory != Memory.RELEASE) {
          acquire(on);
        }
        if (memory != Memory.READ && write) {
          release(on);
        }
      }
    }
  }

  @Override
  public void data(Site site, Object on) {
    to.data(site, on);
    if (quiet == 0 && hasTurn.getAsBoolean()) {
      object(site, on, site.memory() == Memory.WRITE);
      stay();
    }
  }

  private void access(Site site, Object on) {
    Memory memory = site.memory();
    boolean writes =
        memory == Memory.WRITE
            || memory == Memory.TRANSFER && on instanceof Buffer buffer && buffer.hasRemaining();
    if (memory == Memory.ORDER || memory == Memory.UNKNOWN || optimistic && !writes) {
      return;
    }
    if (!on.getClass().isArray()) {
      races.object(thread, part, site, on, writes);
    } else if (memory != Memory.PART) {
      races.elements(thread, part, site, on, writes);
    }
  }

  @Override
  public void element(Site site, Object array, int index, boolean write) {
    to.element(site, array, index, write);
    if (quiet == 0 && (write || !optimistic)) {
      stay();
      races.element(thread, part, site, array, index, write);
      stay();
    }
  }

  // ---- order ----

  private void acquire(Object on) {
    Nature nature = Nature.of(on);
    if (nature == Nature.WOVEN || on.getClass() == Object.class) {
      races.acquire(thread, races.order(on));
    } else {
      races.acquireOpenly(thread, races.order(on));
    }
    if (nature == Nature.UNKNOWN) {
      races.unknown(thread);
    }
  }

  private void release(Object on) {
    Nature nature = Nature.of(on);
    if (nature == Nature.WOVEN || on.getClass() == Object.class) {
      races.release(thread, races.order(on));
    } else {
      races.releaseOpenly(thread, races.order(on));
    }
    if (nature == Nature.UNKNOWN) {
      races.unknown(thread);
    }
  }

  @Override
  public void touch(Object on, int unit, boolean write) {
    to.touch(on, unit, write);
    if (to.present()) {
      Object source = races.source(on);
      acquire(source);
      if (write) {
        release(source);
      }
    }
  }

  /** A wait in the run. */
  @FunctionalInterface
  private interface Waiter {
    boolean ends() throws InterruptedException;
  }

  @Override
  public boolean await(Wait wait, long nanos, BooleanSupplier ready, BooleanSupplier free)
      throws InterruptedException {
    return waited(wait, () -> to.await(wait, nanos, ready, free));
  }

  @Override
  public boolean until(Wait wait, long at, Delay delay, BooleanSupplier ready)
      throws InterruptedException {
    return waited(wait, () -> to.until(wait, at, delay, ready));
  }

  private boolean waited(Wait wait, Waiter waiter) throws InterruptedException {
    try {
      boolean came = waiter.ends();
      waited(wait);
      return came;
    } catch (InterruptedException interrupted) {
      waited(wait);
      acquire(to.thread());
      throw interrupted;
    }
  }

  private void waited(Wait wait) {
    acquire(races.source(wait.on()));
    stay();
  }

  @Override
  public void took(Site site, Object lock, int unit, String name, Guard hold) {
    to.took(site, lock, unit, name, hold);
    acquire(lock);
    if (hold == Guard.ALONE) {
      races.acquireShared(thread, races.order(lock));
    }
  }

  @Override
  public void gave(Site site, Object lock, int unit, Guard hold) {
    if (hold == Guard.SHARED) {
      races.releaseShared(thread, races.order(lock));
    } else {
      release(lock);
    }
    to.gave(site, lock, unit, hold);
  }

  @Override
  public void orders(Object lock) {
    if (to.present()) {
      acquire(lock);
      races.acquireShared(thread, races.order(lock));
      release(lock);
      races.unknown(thread);
    }
  }

  @Override
  public void start(Thread started, Runnable body) {
    release(started);
    to.start(
        started,
        () -> {
          if (Points.here() instanceof CheckedPoints its) {
            its.begins(started);
          }
          body.run();
        });
  }

  private void begins(Thread started) {
    acquire(started);
  }

  @Override
  public void interrupt(Thread other) {
    release(other);
    to.interrupt(other);
  }

  @Override
  public boolean interrupted(Thread other, boolean clear) {
    boolean was = to.interrupted(other, clear);
    if (was) {
      acquire(other);
    }
    return was;
  }

  /** A step of the run's own, on something of the run's own, or on anything if that is null. */
  public void own(Shared on) {
    if (on == null) {
      races.unknown(thread);
    } else if (!(on instanceof Encounter)) {
      races.acquire(thread, races.order(on));
      races.release(thread, races.order(on));
    }
    stay();
  }

  // ---- code that is not woven ----

  @Override
  public void enters(Site site, Object through) {
    to.enters(site, through);
    if (site.memory() == Memory.OUTSIDE) {
      races.goBlind();
    }
    Object on = through == null ? null : races.source(through);
    Nature nature = on == null ? Nature.UNKNOWN : Nature.of(on);
    if (nature == Nature.OUTSIDE) {
      races.goBlind();
    } else if (nature != Nature.DATA && nature != Nature.INERT && nature != Nature.WOVEN) {
      entered.push(site.id(), on);
      stay();
    }
  }

  @Override
  public void leaves(Site site) {
    to.leaves(site);
    if (entered.contains(site.id()) && hasTurn.getAsBoolean()) {
      stay();
      entered.pop(site.id());
    }
  }

  /**
   * Whatever the thread has entered may take and release its locks at any time: it does both at
   * each step.
   */
  private void stay() {
    if (entered.size() > 0 && !hasTurn.getAsBoolean()) {
      return; // the next step makes up for it
    }
    for (int i = 0; i < entered.size(); i++) {
      Object on = entered.on(i);
      if (on == null) {
        races.unknown(thread);
      } else {
        acquire(on);
        release(on);
      }
    }
  }

  @Override
  public void quiet(boolean begins) {
    to.quiet(begins);
    quiet += begins ? 1 : -1;
    if (quiet == 0 && hasTurn.getAsBoolean()) {
      races.publish(thread); // each later user of the class knows that it is initialised
    }
  }

  @Override
  public void view(Object view, Object of) {
    to.view(view, of);
    races.view(view, of);
  }
}

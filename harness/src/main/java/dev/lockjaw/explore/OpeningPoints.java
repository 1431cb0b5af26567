package dev.lockjaw.explore;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.race.Races;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What woven code meets on the thread that opens sessions, before the actors of a scenario begin.
 * Where that thread waits, or polls, the threads move that woven code has started meanwhile.
 */
final class OpeningPoints implements Points {
  /** Steps between two of which a thread that polls looks at nothing else. */
  private static final int POLLS = 10_000;

  private static final BooleanSupplier NEVER = () -> false;

  private final ControlledRun run;
  private final Turns turns;
  private final Spots spots;
  private final Races races;
  private int steps;

  /**
   * @param races null if the run does not look for them
   */
  OpeningPoints(ControlledRun run, Turns turns, Spots spots, Races races) {
    this.run = run;
    this.races = races;
    this.turns = turns;
    this.spots = spots;
  }

  /** Opens sessions. */
  void during(ControlledRun.Opening opening) throws IOException {
    boolean opened = false;
    run.opening = true;
    recording(true);
    Here.opens(this);
    try {
      opening.run();
      opened = true;
    } finally {
      Here.opens(null);
      recording(false);
      run.opening = false;
      turns.steps().clear();
      if (!opened) {
        turns.unwind();
      } else if (races != null) {
        // the threads of the run know what was done before it began
        turns.actors().stream()
            .filter(actor -> actor.worker != null)
            .forEach(actor -> races.publish(actor.id));
      }
    }
  }

  private void recording(boolean begins) {
    if (run.recording()) {
      Here.recording(begins);
    }
  }

  @Override
  public boolean recording() {
    return false;
  }

  @Override
  public void access(Site site, Object on, int part, boolean write) {
    if (++steps % POLLS == 0) {
      letOthersMove();
    }
  }

  @Override
  public void changesNothing() {}

  @Override
  public void touch(Object on, int part, boolean write) {}

  @Override
  public void touchAll() {}

  @Override
  public void passes(Object given, boolean receiver) {}

  @Override
  public void add(String more) {}

  @Override
  public void note(Site site, String what) {}

  @Override
  public boolean await(Wait wait, long nanos, BooleanSupplier ready, BooleanSupplier free) {
    BooleanSupplier over = () -> ready.getAsBoolean() && free.getAsBoolean();
    long end = nanos < 0 ? Long.MAX_VALUE : in(nanos);
    turns.settle(() -> over.getAsBoolean() || clock() >= end, true, wait.monitor());
    if (over.getAsBoolean()) {
      return true;
    }
    if (nanos >= 0 && free.getAsBoolean()) {
      turns.advance(null, end);
      return ready.getAsBoolean();
    }
    throw new IllegalStateException(
        "no other thread of the session could end a wait: " + wait.label());
  }

  @Override
  public void letOthersMove() {
    turns.settle(NEVER, false, null);
  }

  @Override
  public void took(Site site, Object lock, int part, String name, Guard hold) {}

  @Override
  public void asks(Object lock, int part, String name) {}

  @Override
  public void gives(Object lock, int part) {}

  @Override
  public void gave(Site site, Object lock, int part, Guard hold) {}

  @Override
  public void view(Object view, Object of) {}

  @Override
  public <T> T beside(Object real, Class<T> type, Supplier<T> make) {
    return spots.beside(real, type, make);
  }

  @Override
  public Object me() {
    return this;
  }

  @Override
  public long nanoTime() {
    return turns.clock();
  }

  @Override
  public long clock() {
    return turns.clock();
  }

  @Override
  public boolean until(Wait wait, long at, Delay delay, BooleanSupplier ready) {
    turns.settle(() -> ready.getAsBoolean() || turns.clock() >= at, true, null);
    if (ready.getAsBoolean()) {
      return false;
    }
    turns.advance(null, at);
    return true;
  }

  @Override
  public Delay nap(long nanos) {
    return new Delay(() -> false, () -> false);
  }

  @Override
  public void unheard(Throwable thrown) {}

  @Override
  public void start(Thread thread, Runnable body) {
    run.start(thread, body);
  }

  @Override
  public Thread thread() {
    return Thread.currentThread();
  }

  @Override
  public boolean present() {
    return true;
  }

  @Override
  public void giveWay(Site site) {
    letOthersMove();
  }

  @Override
  public void interrupt(Thread thread) {
    Optional<Actor> actor = actor(thread);
    actor.ifPresent(one -> one.interrupted = true);
    if (actor.isEmpty()) {
      thread.interrupt();
    }
  }

  @Override
  public boolean interrupted(Thread thread, boolean clear) {
    return actor(thread)
        .map(one -> one.interrupted)
        .orElseGet(
            () ->
                clear && thread == Thread.currentThread()
                    ? Thread.interrupted()
                    : thread.isInterrupted());
  }

  private Optional<Actor> actor(Thread thread) {
    return turns.actors().stream().filter(actor -> actor.standsFor == thread).findFirst();
  }

  @Override
  public void quiet(boolean begins) {}
}

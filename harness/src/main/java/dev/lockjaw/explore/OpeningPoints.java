package dev.lockjaw.explore;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What woven code meets on the thread that opens sessions, before those of the run begin. */
final class OpeningPoints implements Points {
  private final ControlledRun run;
  private final Spots spots;

  OpeningPoints(ControlledRun run, Spots spots) {
    this.run = run;
    this.spots = spots;
  }

  @Override
  public boolean recording() {
    return false;
  }

  @Override
  public void access(Site site, Object on, int part, boolean write) {}

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
    throw new IllegalStateException(
        "no thread has started yet that could end a wait: " + wait.label());
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
    return 0;
  }

  @Override
  public long clock() {
    return 0;
  }

  @Override
  public boolean until(Wait wait, long at, Delay delay, BooleanSupplier ready) {
    throw new IllegalStateException(
        "no thread has started yet that could end a wait: " + wait.label());
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
  public void giveWay(Site site) {}

  @Override
  public void interrupt(Thread thread) {
    thread.interrupt();
  }

  @Override
  public boolean interrupted(Thread thread, boolean clear) {
    return thread.isInterrupted();
  }

  @Override
  public void quiet(boolean begins) {}
}

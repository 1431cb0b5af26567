package dev.lockjaw.sync.rundown;

import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A run that uses the rundowns of free-running threads, with a scheduling point before each of
 * their steps.
 */
public record Stepwise(Sync run) implements Sync {
  @Override
  public Rundown rundown(String name) {
    return new FencedRundown(this, name) {
      @Override
      void step(String label, Shared on) {
        run.point(label, on);
      }
    };
  }

  @Override
  public void point(String label, Shared on) {
    run.point(label, on);
  }

  @Override
  public void touch(Shared on) {
    run.touch(on);
  }

  @Override
  public void note(String label, Shared on) {
    run.note(label, on);
  }

  @Override
  public Mutex mutex(String name, boolean recursive) {
    return run.mutex(name, recursive);
  }

  @Override
  public ReadWriteLock readWriteLock(String name) {
    return run.readWriteLock(name);
  }

  @Override
  public Word word(String name, long initial) {
    return run.word(name, initial);
  }

  @Override
  public TaskQueue executor(String name) {
    return run.executor(name);
  }

  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    run.await(label, kind, on, ready);
  }

  @Override
  public void changed(Shared on) {
    run.changed(on);
  }

  @Override
  public <T> T once(String name, Supplier<T> make) {
    return run.once(name, make);
  }
}

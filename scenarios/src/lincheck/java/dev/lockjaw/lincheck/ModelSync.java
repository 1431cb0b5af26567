package dev.lockjaw.lincheck;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.direct.DirectSync;
import java.util.function.BooleanSupplier;

/**
 * Plain JDK locks and words, with waits that have no time limit. No time passes under Lincheck,
 * which would take {@link DirectSync}'s check every millisecond for an endless loop. This is
 * therefore the stricter of the two: a strategy that forgets to announce a change hangs here.
 */
final class ModelSync extends DirectSync {
  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    synchronized (on) {
      while (!ready.getAsBoolean()) {
        try {
          on.wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e); // no thread interrupts
        }
      }
    }
  }

  /**
   * A queue that never gets a task, because no operation of the model is called from a callback.
   */
  @Override
  public TaskQueue executor(String name) {
    return new TaskQueue() {
      @Override
      public boolean execute(Runnable task) {
        throw new UnsupportedOperationException("nothing here sends from inside a callback");
      }

      @Override
      public int outstanding() {
        return 0;
      }

      @Override
      public boolean isCurrent() {
        return false;
      }

      @Override
      public void shutdown() {}
    };
  }
}

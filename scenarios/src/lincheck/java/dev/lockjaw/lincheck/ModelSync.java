package dev.lockjaw.lincheck;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.direct.DirectSync;
import java.util.function.BooleanSupplier;

/**
 * Plain JDK locks and words, but waits without a time limit. Under Lincheck no time passes: it
 * takes {@link DirectSync}'s looking again every millisecond for a loop that never ends. So this is
 * the stricter of the two: a strategy that forgets to announce a change hangs here.
 */
final class ModelSync extends DirectSync {
  @Override
  public void await(String label, Waiting kind, Shared on, BooleanSupplier ready) {
    synchronized (on) {
      while (!ready.getAsBoolean()) {
        try {
          on.wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e); // nobody interrupts
        }
      }
    }
  }

  /** One that never gets a task: no operation of the model is called from inside a callback. */
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

package dev.lockjaw.lock;

import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.rundown.Stepwise;
import java.util.Set;

/** The rundown of free-running threads, explored step by step, keeps the same promises. */
class FreeAwareStepwiseTest extends LockStrategyContract {
  FreeAwareStepwiseTest() {
    super(new ByStep());
  }

  private record ByStep() implements LockStrategy {
    @Override
    public String id() {
      return "free-aware-by-step";
    }

    @Override
    public String description() {
      return "free-aware, with a point before each step of its rundown";
    }

    @Override
    public Set<Promise> promises() {
      return new FreeAware().promises();
    }

    @Override
    public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
      return new FreeAware().guard(new Stepwise(sync), session, wakeBlocked);
    }
  }
}

package dev.lockjaw.jmh;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.sync.direct.DirectSync;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of an operation that does nothing while another thread, without a pause, frees the
 * session and makes the next one; and the cost of that thread's rounds.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FreesBeside {
  @Param(JmhMain.EVERY)
  public String strategy;

  private final DirectSync sync = new DirectSync();
  private final Operation read = new Nothing(OperationKind.READ);
  private final Operation free = new Nothing(OperationKind.FREE);
  private LockStrategy locking;
  private volatile SessionGuard guard;

  private record Nothing(OperationKind kind) implements Operation {
    @Override
    public Status perform() {
      return Status.OK;
    }

    @Override
    public boolean awaited() {
      return true;
    }
  }

  @Setup
  public void open() {
    locking = GuardedEndpoint.strategy(strategy);
    guard = locking.guard(sync, "session", () -> {});
  }

  @Benchmark
  @Group("frees")
  @GroupThreads(1)
  public Status operate() {
    return guard.run(read);
  }

  @Benchmark
  @Group("frees")
  @GroupThreads(1)
  public Status free() {
    Status status = guard.run(free);
    guard = locking.guard(sync, "session", () -> {});
    return status;
  }
}

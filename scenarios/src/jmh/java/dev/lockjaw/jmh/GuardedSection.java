package dev.lockjaw.jmh;

import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.sync.direct.DirectSync;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a strategy around an operation that does nothing, with one thread and with two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class GuardedSection {
  @Param(JmhMain.EVERY)
  public String strategy;

  private SessionGuard guard;

  private final Operation nothing =
      new Operation() {
        @Override
        public OperationKind kind() {
          return OperationKind.READ;
        }

        @Override
        public Status perform() {
          return Status.OK;
        }

        @Override
        public boolean awaited() {
          return true;
        }
      };

  @Setup
  public void open() {
    guard = GuardedEndpoint.guard(strategy, new DirectSync());
  }

  @Benchmark
  @Threads(1)
  public Status one() {
    return guard.run(nothing);
  }

  @Benchmark
  @Threads(2)
  public Status two() {
    return guard.run(nothing);
  }
}

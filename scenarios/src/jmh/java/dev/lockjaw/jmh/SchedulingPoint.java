package dev.lockjaw.jmh;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.Body;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.sync.Shared;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a scheduling point: without and with a switch to another thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SchedulingPoint {
  private static final int POINTS = 1000;

  private final ActorThreads workers = new ActorThreads();

  @TearDown
  public void close() {
    workers.close();
  }

  /** Two actors; the second starts when the first has ended. */
  @Benchmark
  @OperationsPerInvocation(2 * POINTS)
  public int goOn() {
    return run(
        (decision, current, enabled, count, state, spinner) -> current >= 0 ? current : enabled[0]);
  }

  /** Two actors that take turns. */
  @Benchmark
  @OperationsPerInvocation(2 * POINTS)
  public int takeTurns() {
    return run(
        (decision, current, enabled, count, state, spinner) ->
            enabled[0] == current ? enabled[1] : enabled[0]);
  }

  private int run(Chooser chooser) {
    ControlledRun run = new ControlledRun(workers, false);
    Shared shared = new Shared("shared");
    Body body =
        () -> {
          for (int i = 0; i < POINTS; i++) {
            run.point("point", shared);
          }
        };
    run.actor("one", body);
    run.actor("two", body);
    run.execute(chooser);
    return run.steps();
  }
}

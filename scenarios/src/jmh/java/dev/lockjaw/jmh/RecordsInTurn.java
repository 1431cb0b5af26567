package dev.lockjaw.jmh;

import dev.lockjaw.lock.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The cost of strategies around a real record that one thread seals. The strategies take turns in
 * one JVM, an iteration each, beginning with the first strategy in the first measured iteration.
 * All of them run the same compiled TLS stack, and a machine that is slower for a while slows all
 * of them. Little of that remains in the ratio of two neighbouring iterations. JMH's own score is
 * meaningful only with a single strategy.
 *
 * <p>A slowdown of any size can be planted, to check whether a gate would notice it: that many of a
 * hundred records are sealed twice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 60, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 90, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class RecordsInTurn {
  /** Names, separated by {@code +}, because JMH splits parameters at commas. */
  @Param("none+plain+queue-drain")
  public String strategies;

  @Param({"jsse", "bc"})
  public String transport;

  @Param({"64", "16384"})
  public int bytes;

  /** In percent. It does not apply to the control. */
  @Param("0")
  public int planted;

  private final List<Turn> turns = new ArrayList<>();
  private boolean measuring;
  private int next;
  private Turn turn;
  private int owed;

  private record Turn(GuardedEndpoint guarded, GuardedEndpoint.Write write, int planted) {}

  @Setup(Level.Trial)
  public void open() throws IOException {
    for (String strategy : strategies.split("\\+")) {
      GuardedEndpoint guarded = new GuardedEndpoint(strategy, transport);
      turns.add(new Turn(guarded, guarded.new Write(bytes), strategy.equals("none") ? 0 : planted));
    }
  }

  @Setup(Level.Iteration)
  public void next(IterationParams iteration) {
    boolean now = iteration.getType() == IterationType.MEASUREMENT;
    if (now && !measuring) {
      next = 0;
    }
    measuring = now;
    turn = turns.get(next++ % turns.size());
  }

  @TearDown(Level.Trial)
  public void discard() {
    turns.forEach(one -> one.guarded().discard());
  }

  @Benchmark
  public Status send() {
    owed += turn.planted;
    if (owed >= 100) {
      owed -= 100;
      turn.guarded.run(turn.write);
    }
    return turn.guarded.run(turn.write);
  }
}

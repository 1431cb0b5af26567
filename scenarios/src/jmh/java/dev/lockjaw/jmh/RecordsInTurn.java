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
 * What strategies cost around a real record that is sealed by one thread. They take turns in one
 * JVM, an iteration each: the first measured one is the first strategy's, and so on, round and
 * round. What the compiler made of the TLS stack is the same for all, and a machine that is slower
 * for a while is so for all; what remains of that in the ratio of two neighbours is little. JMH's
 * own score means something only where there is one.
 *
 * <p>A slowdown of any size can be planted, to see whether a gate would tell: of a hundred records
 * so many are sealed twice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 60, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 90, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class RecordsInTurn {
  /** Names with a {@code +} between them: a comma would be JMH's. */
  @Param("none+plain+queue-drain")
  public String strategies;

  @Param({"jsse", "bc"})
  public String transport;

  @Param({"64", "16384"})
  public int bytes;

  /** In percent; not under the control. */
  @Param("0")
  public int planted;

  private final List<Turn> turns = new ArrayList<>();
  private boolean measuring;
  private int next;
  private Turn turn;
  private int owed;

  private record Turn(Guarded guarded, Guarded.Write write, int planted) {}

  @Setup(Level.Trial)
  public void open() throws IOException {
    for (String strategy : strategies.split("\\+")) {
      Guarded guarded = new Guarded(strategy, transport);
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

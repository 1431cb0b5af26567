package dev.lockjaw.jmh;

import dev.lockjaw.lock.Status;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a strategy costs around a real record that is sealed by one thread.
 *
 * <p>A slowdown of any size can be planted, to see whether a gate would tell: of a hundred records
 * so many are sealed twice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class GuardedRecord {
  @Param({
    "none",
    "global",
    "plain",
    "recursive",
    "async-send",
    "free-aware-published",
    "free-aware",
    "read-write-lock",
    "queue-drain"
  })
  public String strategy;

  @Param({"jsse", "bc"})
  public String transport;

  @Param({"64", "16384"})
  public int bytes;

  /** In percent; not under the control. */
  @Param("0")
  public int planted;

  private Guarded guarded;
  private Guarded.Write write;
  private int owed;

  @Setup
  public void open() throws IOException {
    if (strategy.equals("none")) {
      planted = 0;
    }
    guarded = new Guarded(strategy, transport);
    write = guarded.new Write(bytes);
  }

  @TearDown
  public void discard() {
    guarded.discard();
  }

  @Benchmark
  public Status send() {
    owed += planted;
    if (owed >= 100) {
      owed -= 100;
      guarded.run(write);
    }
    return guarded.run(write);
  }
}

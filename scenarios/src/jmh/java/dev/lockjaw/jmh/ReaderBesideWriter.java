package dev.lockjaw.jmh;

import dev.lockjaw.lock.Status;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread reads records and another sends, on one session. Only for transports whose contract is
 * {@code DUPLEX}. A send lasts until its record is sealed, whichever thread seals it. A read
 * includes the peer's sealing of the record, outside the guard.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReaderBesideWriter {
  @Param(JmhMain.EVERY)
  public String strategy;

  @Param({"jsse", "bc"})
  public String transport;

  private final byte[] record = new byte[64];
  private GuardedEndpoint guarded;
  private GuardedEndpoint.Write write;
  private GuardedEndpoint.Read read;

  @Setup
  public void open() throws IOException {
    guarded = new GuardedEndpoint(strategy, transport);
    write = guarded.new Write(record.length);
    read = guarded.new Read();
  }

  @TearDown
  public void discard() {
    guarded.discard();
  }

  @Benchmark
  @Group("beside")
  @GroupThreads(1)
  public Status send() {
    long before = write.performed();
    Status status = guarded.run(write);
    while (write.performed() == before) {
      Thread.onSpinWait();
    }
    return status;
  }

  @Benchmark
  @Group("beside")
  @GroupThreads(1)
  public Status receive() {
    guarded.feed(record);
    Status status = guarded.run(read);
    if (status != Status.OK) {
      throw new IllegalStateException("the record did not arrive: " + status);
    }
    return status;
  }
}

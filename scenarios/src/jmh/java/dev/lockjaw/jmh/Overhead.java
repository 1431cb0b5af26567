package dev.lockjaw.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The throughput of Lockjaw's sessions relative to bare engines, as {@link SessionThroughput}
 * measures it, but in slices of 10 ms that take turns in one JVM. Differences between JVMs, and on
 * a shared machine, are larger than the overhead. Prints the medians of the ratios of neighbouring
 * slices.
 *
 * <pre>{@code
 * java -cp 'scenarios/src/jmh/target/benchmarks.jar:scenarios/src/jmh/target/lib/*' dev.lockjaw.jmh.Overhead
 * }</pre>
 */
public final class Overhead {
  private static final int WARM_UP = 150;
  private static final int TURNS = 150;
  private static final long SLICE_NANOS = 10_000_000;
  private static final int BETWEEN_LOOKS = 16;

  private Overhead() {}

  /**
   * @param args the transport, by default {@code jsse}, and the strategy, by default {@code
   *     free-aware}
   */
  public static void main(String[] args) throws Exception {
    SessionThroughput record = new SessionThroughput();
    record.transport = args.length > 0 ? args[0] : "jsse";
    record.guard = args.length > 1 ? args[1] : "free-aware";
    record.bytes = 16 * 1024;
    record.open();
    List<Callable<?>> ways = List.of(record::sessions, record::enginesOnWire, record::engines);
    turns(ways, WARM_UP);
    double[][] nanos = turns(ways, TURNS);
    record.discard();
    print("the engines over the same wire", nanos[0], nanos[1]);
    print("the engines over one copy", nanos[0], nanos[2]);
  }

  /** Nanoseconds a record, by way and turn. */
  private static double[][] turns(List<Callable<?>> ways, int turns) throws Exception {
    double[][] nanos = new double[ways.size()][turns];
    for (int turn = 0; turn < turns; turn++) {
      for (int way = 0; way < nanos.length; way++) {
        nanos[way][turn] = slice(ways.get(way));
      }
    }
    return nanos;
  }

  private static double slice(Callable<?> record) throws Exception {
    long start = System.nanoTime();
    long now = start;
    for (long done = 0; ; ) {
      for (int i = 0; i < BETWEEN_LOOKS; i++) {
        record.call();
      }
      done += BETWEEN_LOOKS;
      now = System.nanoTime();
      if (now - start >= SLICE_NANOS) {
        return (now - start) / (double) done;
      }
    }
  }

  private static void print(String what, double[] sessions, double[] engines) {
    double[] ratios = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      ratios[turn] = engines[turn] / sessions[turn];
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "sessions have %.3f of the throughput of %s (quartiles %.3f, %.3f)%n",
        ratios[TURNS / 2],
        what,
        ratios[TURNS / 4],
        ratios[3 * TURNS / 4]);
  }
}

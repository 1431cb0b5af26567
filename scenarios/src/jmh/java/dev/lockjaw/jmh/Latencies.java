package dev.lockjaw.jmh;

import dev.lockjaw.compare.Latency;
import dev.lockjaw.compare.LatencyFile;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Measures how long sends take while another thread reads and a third frees the session, for {@code
 * lockjaw compare}. It does not use JMH: a JMH sample starts when the one before has ended, and JMH
 * has no place for sessions that end and are replaced. It is in JMH's jar because it needs the same
 * environment: a separate JVM with the optimising compiler.
 *
 * <p>Arguments: the file for the results, the number of rounds, the milliseconds of a round, the
 * transport, and the strategies. Each round includes each strategy, so that drift affects all of
 * them. One more round comes first, as warm-up.
 */
public final class Latencies {
  private static final int DIGITS = 3;

  private final String strategy;
  private final Histogram sends = new Histogram(DIGITS);
  private long closed;
  private long frees;

  private Latencies(String strategy) {
    this.strategy = strategy;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(args[1]);
    long nanos = Long.parseLong(args[2]) * 1_000_000;
    Tls tls = GuardedEndpoint.open(args[3]);
    List<Latencies> all =
        List.of(args).subList(4, args.length).stream().map(Latencies::new).toList();
    for (Latencies one : all) {
      new Latencies(one.strategy).round(tls, nanos);
    }
    for (int round = 0; round < rounds; round++) {
      for (Latencies one : all) {
        one.round(tls, nanos);
      }
    }
    new LatencyFile(all.stream().map(one -> one.result(args[3])).toList()).write(Path.of(args[0]));
  }

  private void round(Tls tls, long nanos) throws IOException, InterruptedException {
    closed += new LatencyRound(strategy, tls, nanos).run(sends);
    frees += nanos / LatencyRound.FREE_NANOS;
  }

  private LatencyFile.Entry result(String transport) {
    return new LatencyFile.Entry(
        strategy,
        new Latency(
            transport,
            sends.getValueAtPercentile(50),
            sends.getValueAtPercentile(90),
            sends.getValueAtPercentile(99),
            sends.getValueAtPercentile(99.9),
            sends.getMaxValue(),
            sends.getTotalCount(),
            closed,
            frees));
  }
}

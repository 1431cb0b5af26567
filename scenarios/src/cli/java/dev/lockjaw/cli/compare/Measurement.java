package dev.lockjaw.cli.compare;

import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cost of strategies, and the benchmark that measures it.
 *
 * @param name such as {@code record 64 B jsse}; {@code beside jsse} gives two costs
 * @param benchmark as JMH selects it
 * @param parameters of the benchmark, such as {@code transport=jsse}, without the strategies
 * @param way how it is measured
 */
record Measurement(String name, String benchmark, List<String> parameters, Way way) {
  /** How a benchmark compares strategies. */
  enum Way {
    /**
     * For nanoseconds: a JVM for each strategy, since sharing one changes what the JVM compiles.
     */
    JVM_EACH,
    /** For sessions of two threads: the JVM first compiles the TLS stack for a second or more. */
    SESSION_EACH,
    /** For sessions of one thread: strategies take turns in one JVM. */
    IN_TURN
  }

  private static final int SMALL = 64;
  private static final int LARGE = 16 * 1024;

  /**
   * All measurements on these transports. Large records, which hide the cost of a lock, and a
   * reader beside a writer are measured on one transport only: another round is worth more.
   *
   * @param quick whether to measure as little as possible
   */
  static List<Measurement> of(List<Transport> transports, boolean quick) {
    List<Measurement> all = new ArrayList<>();
    all.add(new Measurement("section", "GuardedSection.one", List.of(), Way.JVM_EACH));
    if (!quick) {
      all.add(new Measurement("section 2 threads", "GuardedSection.two", List.of(), Way.JVM_EACH));
    }
    for (Transport transport : transports(transports, quick)) {
      all.add(record(transport, SMALL));
    }
    Optional<Transport> duplex =
        transports.stream().filter(one -> one.contract() == ThreadContract.DUPLEX).findFirst();
    if (duplex.isPresent()) {
      String id = duplex.get().id();
      if (!quick) {
        all.add(record(duplex.get(), LARGE));
      }
      all.add(
          new Measurement(
              "beside " + id, "ReaderBesideWriter", List.of("transport=" + id), Way.SESSION_EACH));
    }
    return all;
  }

  private static Measurement record(Transport transport, int bytes) {
    return new Measurement(
        JmhResults.record(transport.id(), bytes),
        "RecordsInTurn",
        List.of("transport=" + transport.id(), "bytes=" + bytes),
        Way.IN_TURN);
  }

  /** The transports to measure on, the duplex ones first. */
  static List<Transport> transports(List<Transport> all, boolean quick) {
    return Stream.of(ThreadContract.DUPLEX, ThreadContract.SERIAL)
        .flatMap(
            contract ->
                all.stream()
                    .filter(transport -> transport.contract() == contract)
                    .limit(quick ? 1 : Long.MAX_VALUE))
        .toList();
  }
}

package dev.lockjaw.cli.compare;

import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that strategies cost, and the benchmark that tells how much.
 *
 * @param name such as {@code record 64 B jsse}; of {@code beside jsse} two costs come
 * @param benchmark as JMH selects it
 * @param parameters of it, such as {@code transport=jsse}; the strategies come on top
 * @param way how it is measured
 */
record Measurement(String name, String benchmark, List<String> parameters, Way way) {
  /** How a benchmark compares strategies. */
  enum Way {
    /** Nanoseconds: a strategy that shares its JVM with others is compiled differently. */
    JVM_EACH,
    /** Sessions of two threads, after a second or more that a TLS stack takes to be compiled. */
    SESSION_EACH,
    /** One thread's sessions, which take turns in one JVM. */
    IN_TURN
  }

  private static final int SMALL = 64;
  private static final int LARGE = 16 * 1024;

  /**
   * All there are of these transports. Large records, which hide what a lock costs, and a reader
   * beside a writer are measured on one of them: there is more to be had of another round.
   *
   * @param quick whether the fewest will do: what two threads cost each other shows beside a reader
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

  /** Those that are measured at all, the duplex ones first. */
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

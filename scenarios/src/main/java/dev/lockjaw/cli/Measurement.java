package dev.lockjaw.cli;

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
 * @param session whether it needs a TLS session, which takes a second or more until it is compiled
 */
record Measurement(String name, String benchmark, List<String> parameters, boolean session) {
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
    all.add(new Measurement("section", "GuardedSection.one", List.of(), false));
    if (!quick) {
      all.add(new Measurement("section 2 threads", "GuardedSection.two", List.of(), false));
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
          new Measurement("beside " + id, "ReaderBesideWriter", List.of("transport=" + id), true));
    }
    return all;
  }

  private static Measurement record(Transport transport, int bytes) {
    return new Measurement(
        JmhResults.record(transport.id(), bytes),
        "GuardedRecord",
        List.of("transport=" + transport.id(), "bytes=" + bytes),
        true);
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

package dev.lockjaw.cli;

import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
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
   * All there are of these transports.
   *
   * @param quick whether the fewest will do: what two threads cost each other shows beside a
   *     reader, and a large record hides what a lock costs
   */
  static List<Measurement> of(List<Transport> transports, boolean quick) {
    List<Measurement> all = new ArrayList<>();
    all.add(new Measurement("section", "GuardedSection.one", List.of(), false));
    if (!quick) {
      all.add(new Measurement("section 2 threads", "GuardedSection.two", List.of(), false));
    }
    List<Transport> duplex = of(transports, ThreadContract.DUPLEX, quick);
    List<Transport> serial = of(transports, ThreadContract.SERIAL, quick);
    for (Transport transport : Stream.concat(duplex.stream(), serial.stream()).toList()) {
      all.add(record(transport, SMALL));
      if (!quick) {
        all.add(record(transport, LARGE));
      }
    }
    duplex.forEach(
        transport ->
            all.add(
                new Measurement(
                    "beside " + transport.id(),
                    "ReaderBesideWriter",
                    List.of("transport=" + transport.id()),
                    true)));
    return all;
  }

  private static Measurement record(Transport transport, int bytes) {
    return new Measurement(
        JmhResults.record(transport.id(), bytes),
        "GuardedRecord",
        List.of("transport=" + transport.id(), "bytes=" + bytes),
        true);
  }

  private static List<Transport> of(
      List<Transport> transports, ThreadContract contract, boolean one) {
    return transports.stream()
        .filter(transport -> transport.contract() == contract)
        .limit(one ? 1 : Long.MAX_VALUE)
        .toList();
  }
}

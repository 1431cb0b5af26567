package dev.lockjaw.jcstress;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The tests there are, by the name of the scenario that they are in the results.
 *
 * @param transport {@code model} for one that drives a stand-in for the TLS stack
 * @param stride samples between two of jcstress's barriers: few make threads collide more often
 * @param test runs it
 * @param unpromising runs it under a strategy that keeps no two operations apart; null for {@code
 *     test}
 */
record Family(String scenario, String transport, int stride, Class<?> test, Class<?> unpromising) {
  private static final String MODEL = "model";

  /** Samples are cheap. */
  private static final int WIDE = 32;

  /** Samples are handshakes. */
  private static final int NARROW = 5;

  static final List<Family> ALL =
      List.of(
          new Family("jcstress-operation-free", MODEL, WIDE, OperationFree.class, null),
          new Family(
              "jcstress-operation-operation",
              MODEL,
              WIDE,
              OperationOperation.class,
              ReadWrite.class),
          new Family("jcstress-free-free", MODEL, WIDE, FreeFree.class, null),
          new Family("jcstress-free-counter", MODEL, WIDE, FreeCounter.class, null),
          new Family("jcstress-last-out", MODEL, WIDE, LastOut.class, null),
          new Family("jcstress-tls-free", "jsse", NARROW, TlsOperationFree.class, null));

  /** The strategies that let operations overlap, and say so. */
  private static final Set<String> UNPROMISING =
      Set.of("free-aware-published", "free-aware", "read-write-lock");

  /** With fewer, that nothing was seen means nothing. */
  int leastSamples() {
    return isModel() ? 1_000 : 20;
  }

  /** Whether a stand-in is in the place of the TLS stack. */
  boolean isModel() {
    return transport.equals(MODEL);
  }

  /** What a cell takes of the time, against others: a TLS stack is slow to start. */
  int weight() {
    return isModel() ? 1 : 2;
  }

  static Family named(String scenario) {
    return ALL.stream()
        .filter(family -> family.scenario().equals(scenario))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + scenario
                        + "' is none of "
                        + Arrays.toString(ALL.stream().map(Family::scenario).toArray())));
  }

  /** The name by which jcstress knows the test for a strategy. */
  String testFor(String strategy) {
    boolean promises = unpromising == null || !UNPROMISING.contains(strategy);
    return (promises ? test : unpromising).getName();
  }
}

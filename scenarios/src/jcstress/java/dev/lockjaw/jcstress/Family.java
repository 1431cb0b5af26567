package dev.lockjaw.jcstress;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Promise;
import java.util.Arrays;
import java.util.List;

/**
 * The jcstress tests. Each appears in results as a scenario.
 *
 * @param scenario its name in results
 * @param transport {@code model} for a test with a stand-in for the TLS stack
 * @param stride samples between two of jcstress's barriers; a low number makes threads collide more
 *     often
 * @param test the test's class
 * @param unpromising the class to use for a strategy that does not promise to keep operations
 *     apart; null for {@code test}
 */
record Family(String scenario, String transport, int stride, Class<?> test, Class<?> unpromising) {
  private static final String MODEL = "model";

  /** For cheap samples. */
  private static final int WIDE = 32;

  /** For samples that include a handshake. */
  private static final int NARROW = 5;

  static final List<Family> ALL =
      List.of(
          new Family("jcstress-operation-free", MODEL, WIDE, OperationFree.class, null),
          new Family(
              "jcstress-operation-operation",
              MODEL,
              WIDE,
              OperationOperation.class,
              WriteBesideRead.class),
          new Family("jcstress-free-free", MODEL, WIDE, FreeFree.class, null),
          new Family("jcstress-free-counter", MODEL, WIDE, FreeCounter.class, null),
          new Family("jcstress-last-out", MODEL, WIDE, LastOut.class, null),
          new Family("jcstress-tls-free", "jsse", NARROW, TlsOperationFree.class, null));

  /** Guards nothing, and is held to every promise: its failures show that a fault is seen. */
  private static final String CONTROL = "none";

  /** The least number of samples for a pass. With fewer, seeing nothing means nothing. */
  int leastSamples() {
    return isModel() ? 1_000 : 20;
  }

  /** Whether the test uses a stand-in for the TLS stack. */
  boolean isModel() {
    return transport.equals(MODEL);
  }

  /** A cell's relative share of the time. A TLS stack is slow to start. */
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

  /** The name of the test class for a strategy. */
  String testFor(LockStrategy strategy) {
    boolean held =
        unpromising == null
            || strategy.id().equals(CONTROL)
            || strategy.promises().contains(Promise.OPERATIONS_APART);
    return (held ? test : unpromising).getName();
  }
}

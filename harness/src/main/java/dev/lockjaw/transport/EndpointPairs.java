package dev.lockjaw.transport;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The TLS endpoints for the runs of one cell. A handshake costs more than most runs do, so a pair
 * that a run leaves unhurt serves a later one. One thread.
 */
public final class EndpointPairs implements AutoCloseable {
  private final Tls tls;
  private final boolean keeps;
  private final Deque<EndpointPair> spare = new ArrayDeque<>(2);

  private EndpointPairs(Tls tls, boolean keeps) {
    this.tls = tls;
    this.keeps = keeps;
  }

  /**
   * @param keeps whether unhurt pairs serve again
   */
  public static EndpointPairs of(Tls tls, boolean keeps) {
    return new EndpointPairs(tls, keeps);
  }

  /** A fresh pair each time. */
  public static EndpointPairs fresh(Tls tls) {
    return new EndpointPairs(tls, false);
  }

  /** A pair, established or fresh. */
  public EndpointPair take() {
    return spare.isEmpty() ? new EndpointPair(tls, keeps) : spare.pop();
  }

  /** A pair for a connection whose handshake is part of the run. */
  public EndpointPair unused() {
    return new EndpointPair(tls, false);
  }

  /**
   * Takes a pair back after a run in which nothing was seen and no thread is left inside.
   *
   * @param clean whether every actor of the run ended well
   */
  public void giveBack(EndpointPair pair, boolean clean) {
    if (clean && pair.unhurt()) {
      spare.push(pair);
    } else {
      pair.discard();
    }
  }

  @Override
  public void close() {
    spare.forEach(EndpointPair::discard);
    spare.clear();
  }
}

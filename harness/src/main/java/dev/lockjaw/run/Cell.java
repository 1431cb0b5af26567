package dev.lockjaw.run;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;

/**
 * One scenario under one lock strategy on one transport.
 *
 * @param protocol the TLS version that the scenario is run with
 */
public record Cell(
    Scenario scenario, LockStrategy strategy, Transport transport, Protocol protocol) {

  /** A cell of the asked version, or of the one that the scenario needs. */
  public static Cell of(
      Scenario scenario, LockStrategy strategy, Transport transport, Protocol asked) {
    return new Cell(scenario, strategy, transport, scenario.protocol(asked));
  }

  /** Names the cell within a run. */
  public String name() {
    return scenario.id() + '/' + strategy.id() + '/' + transport.id() + '/' + protocol.id();
  }
}

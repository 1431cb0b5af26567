package dev.lockjaw.run;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.Optional;

/**
 * One scenario under one lock strategy on one transport.
 *
 * @param protocol the TLS version that the scenario is run with
 * @param mutex what the mutexes are made of; not part of the name, as no verdict depends on it
 */
public record Cell(
    Scenario scenario,
    LockStrategy strategy,
    Transport transport,
    Protocol protocol,
    MutexKind mutex) {

  /** With mutexes of the JVM's. */
  public Cell(Scenario scenario, LockStrategy strategy, Transport transport, Protocol protocol) {
    this(scenario, strategy, transport, protocol, MutexKind.JVM);
  }

  /** A cell of the asked version, or of the one that the scenario needs. */
  public static Cell of(
      Scenario scenario, LockStrategy strategy, Transport transport, Protocol asked) {
    return new Cell(scenario, strategy, transport, scenario.protocol(asked));
  }

  /** The same with other mutexes. */
  public Cell with(MutexKind other) {
    return new Cell(scenario, strategy, transport, protocol, other);
  }

  /** Why it can't be run on this machine, or at all; empty if it can. */
  public Optional<String> skipped() {
    Optional<String> unavailable = transport.unavailable().or(mutex::unavailable);
    if (unavailable.isPresent()) {
      return unavailable;
    }
    if (!transport.protocols().contains(protocol)) {
      return Optional.of(transport.id() + " has no " + protocol.id());
    }
    return scenario.unsupported(transport);
  }

  /** Names the cell within a run. */
  public String name() {
    return scenario.id() + '/' + strategy.id() + '/' + transport.id() + '/' + protocol.id();
  }
}

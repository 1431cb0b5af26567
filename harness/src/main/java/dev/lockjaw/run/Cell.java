package dev.lockjaw.run;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Token;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.Optional;

/**
 * One scenario under one lock strategy on one transport.
 *
 * @param strategy how its sessions are locked: a lock strategy, or an adapter of a user's sessions
 * @param protocol the TLS version that the scenario is run with
 * @param conditions that its name does not tell
 */
public record Cell(
    Scenario scenario,
    Locking strategy,
    Transport transport,
    Protocol protocol,
    Conditions conditions) {

  /** A cell under the usual conditions. */
  public Cell(Scenario scenario, Locking strategy, Transport transport, Protocol protocol) {
    this(scenario, strategy, transport, protocol, Conditions.USUAL);
  }

  /** A cell of the asked version, or of the one that the scenario needs. */
  public static Cell of(Scenario scenario, Locking strategy, Transport transport, Protocol asked) {
    return new Cell(scenario, strategy, transport, scenario.protocol(asked));
  }

  /** The same with other mutexes. */
  public Cell with(MutexKind other) {
    return new Cell(scenario, strategy, transport, protocol, conditions.with(other));
  }

  /** The same with the monitor stopping nobody who would crash the stack, or with it. */
  public Cell letCrash(boolean let) {
    return new Cell(scenario, strategy, transport, protocol, conditions.letCrash(let));
  }

  /** Why it can't be run on this machine, or at all; empty if it can. */
  public Optional<Ending> skipped() {
    Optional<String> unavailable = transport.unavailable().or(conditions.mutex()::unavailable);
    return unavailable
        .map(text -> new Ending(EndingKind.UNAVAILABLE, text))
        .or(() -> unsupported().map(Ending::unsupported));
  }

  private Optional<String> unsupported() {
    if (!transport.protocols().contains(protocol)) {
      return Optional.of(transport.id() + " has no " + protocol.id());
    }
    return missingHook().or(() -> scenario.unsupported(transport));
  }

  private Optional<String> missingHook() {
    if (!(strategy instanceof SessionAdapter adapter)) {
      return Optional.empty();
    }
    return scenario.needs().stream()
        .filter(hook -> !adapter.hooks().contains(hook))
        .sorted()
        .map(Hook::text)
        .map(
            hook ->
                scenario.id() + " needs the hook '" + hook + "', which " + strategy.id() + " lacks")
        .findFirst();
  }

  /**
   * Whether steps say all that they touch. What a user's session keeps in fields and locks of its
   * own, no step says, so that no interleaving may be taken for equivalent to another.
   */
  public boolean prunable() {
    return !(strategy instanceof SessionAdapter);
  }

  /** What identifies the cell within a run. */
  public CellId id() {
    return new CellId(scenario.id(), strategy.id(), transport.id(), protocol.id());
  }

  /** The replay token of one of its schedules. */
  public Token token(Schedule schedule) {
    return new Token(id(), schedule);
  }
}

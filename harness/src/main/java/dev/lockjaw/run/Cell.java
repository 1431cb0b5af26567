package dev.lockjaw.run;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.lock.TestCode;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Token;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.weave.WeavingLoader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One scenario on sessions that are locked in one way, on one transport.
 *
 * @param locking a lock strategy, or the adapter of a user's sessions
 * @param protocol the TLS version that the scenario is run with
 * @param conditions what the cell's identity does not say
 * @param oracles judge its runs, in this order
 */
public record Cell(
    Scenario scenario,
    Locking locking,
    Transport transport,
    Protocol protocol,
    Conditions conditions,
    List<Oracle> oracles) {

  /** A cell under the usual conditions, judged by the oracles on Lockjaw's own class path. */
  public Cell(Scenario scenario, Locking locking, Transport transport, Protocol protocol) {
    this(scenario, locking, transport, protocol, Conditions.USUAL, Oracle.found());
  }

  /** A cell of the asked TLS version, or of the version that the scenario needs. */
  public static Cell of(Scenario scenario, Locking locking, Transport transport, Protocol asked) {
    return new Cell(scenario, locking, transport, scenario.protocol(asked));
  }

  /** This cell with other mutexes. */
  public Cell with(MutexKind other) {
    return new Cell(scenario, locking, transport, protocol, conditions.with(other), oracles);
  }

  /** This cell with the guard of the contract monitor off or on. */
  public Cell letCrash(boolean let) {
    return new Cell(scenario, locking, transport, protocol, conditions.letCrash(let), oracles);
  }

  /** This cell with a handshake in every run, or only where a session was used up. */
  public Cell freshSessions(boolean fresh) {
    Conditions other = conditions.freshSessions(fresh);
    return new Cell(scenario, locking, transport, protocol, other, oracles);
  }

  /** This cell with kinds of findings that do not count in it. */
  public Cell allowing(Set<FindingKind> kinds) {
    return new Cell(scenario, locking, transport, protocol, conditions.allowing(kinds), oracles);
  }

  /** This cell, judged by other oracles. */
  public Cell judgedBy(List<Oracle> others) {
    return new Cell(scenario, locking, transport, protocol, conditions, others);
  }

  /** Why the cell cannot be run; empty if it can. */
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
    Set<Hook> offered = sessions().hooks();
    return scenario.needs().stream()
        .filter(hook -> !offered.contains(hook))
        .sorted()
        .map(Hook::text)
        .map(
            hook ->
                scenario.id() + " needs the hook '" + hook + "', which " + locking.id() + " lacks")
        .findFirst();
  }

  /** Opens its sessions. */
  Sessions sessions() {
    return Sessions.of(locking);
  }

  /** Whether steps name all that they touch, so that equivalent interleavings can be left out. */
  public boolean prunable() {
    return sessions().prunable();
  }

  /**
   * Whether a run may use TLS sessions that an earlier run left unhurt. Not with a user's sessions,
   * which may keep hold of them, nor where misuse reaches the stack.
   */
  public boolean reusesSessions() {
    return prunable() && !conditions.letCrash() && !conditions.freshSessions();
  }

  /** Whether its sessions are of classes with scheduling points woven into them. */
  public boolean woven() {
    return awaitsThreads() || WeavingLoader.made(locking);
  }

  /** Whether a run of it is over only when the threads are that its code has started. */
  public boolean awaitsThreads() {
    return locking instanceof TestCode;
  }

  /** What identifies the cell within a run. */
  public CellId id() {
    return awaitsThreads()
        ? CellId.ofTest(scenario.id(), locking.id())
        : new CellId(scenario.id(), locking.id(), transport.id(), protocol.id());
  }

  /** The replay token of one of its schedules. */
  public Token token(Schedule schedule) {
    return new Token(woven(), id(), schedule);
  }
}

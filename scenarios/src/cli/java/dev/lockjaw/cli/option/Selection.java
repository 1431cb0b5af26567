package dev.lockjaw.cli.option;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.result.CellId;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that select cells. */
public final class Selection {
  @Option(
      names = "--scenario",
      paramLabel = "NAMES",
      description = "Scenarios: names or globs, separated by commas; default all.")
  private List<String> scenarios;

  @Option(
      names = "--strategy",
      paramLabel = "NAMES",
      description = "Lock strategies and session adapters; default all.")
  private List<String> strategies;

  @Option(
      names = "--transport",
      paramLabel = "NAMES",
      description = "TLS stacks, '*' for all; default jsse, bc and those of plug-ins.")
  private List<String> transports;

  @Option(
      names = "--protocol",
      paramLabel = "VERSION",
      defaultValue = "tls1.2",
      converter = ProtocolConverter.class,
      completionCandidates = ProtocolConverter.Ids.class,
      description =
          "TLS version: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}, whose handshake is"
              + " cheaper.")
  private Protocol protocol;

  @Mixin private MutexOption mutex;

  public Protocol protocol() {
    return protocol;
  }

  /** The kind of mutex in all cells. */
  public MutexKind mutex() {
    return mutex.kind();
  }

  public boolean namesTransports() {
    return transports != null && !transports.isEmpty();
  }

  /** The selected part of the registry. */
  public Registry of(Registry all) {
    return new Registry(
        new Patterns<>("scenario", all.scenarios(), Scenario::id).pick(scenarios),
        new Patterns<>("strategy", all.strategies(), Locking::id).pick(strategies),
        transports(all),
        all.oracles());
  }

  private List<Transport> transports(Registry all) {
    if (!namesTransports()) {
      return all.transports().stream().filter(Transport::byDefault).toList();
    }
    return new Patterns<>("transport", all.transports(), Transport::id).pick(transports);
  }

  /** Every scenario under every strategy on every transport. */
  public List<Cell> cells(Registry picked) {
    MutexKind mutexes = mutex();
    List<Cell> cells = new ArrayList<>();
    for (Scenario scenario : picked.scenarios()) {
      for (Locking strategy : picked.strategies()) {
        for (Transport transport : picked.transports()) {
          cells.add(
              Cell.of(scenario, strategy, transport, protocol)
                  .with(mutexes)
                  .judgedBy(picked.oracles()));
        }
      }
    }
    return cells;
  }

  /** The selected families of an engine. */
  public List<Engine.Family> families(Engine engine) {
    List<Engine.Family> picked =
        patterns(engine, "scenario", engine.families(), Engine.Family::scenario).pick(scenarios);
    List<String> wanted =
        patterns(
                engine,
                "transport",
                engine.families().stream().map(Engine.Family::transport).distinct().toList(),
                Function.identity())
            .pick(transports);
    return picked.stream().filter(family -> wanted.contains(family.transport())).toList();
  }

  private static <T> Patterns<T> patterns(
      Engine engine, String what, List<T> all, Function<T, String> id) {
    String names = String.join(", ", all.stream().map(id).toList());
    return new Patterns<>(what, all, id, engine.id() + " has " + names);
  }

  /** Every family with every strategy that it covers. */
  public List<CellId> cells(Engine engine, List<Engine.Family> families, Registry all) {
    List<Locking> picked = patterns(engine, "strategy", builtIn(all), Locking::id).pick(strategies);
    return families.stream()
        .flatMap(
            family -> picked.stream().map(Locking::id).filter(family::isAbout).map(family::cell))
        .toList();
  }

  /** An engine has its own class path, which lacks plug-ins. */
  private static List<Locking> builtIn(Registry all) {
    return all.strategies().stream()
        .filter(some -> some.getClass().getPackage().equals(LockStrategy.class.getPackage()))
        .toList();
  }
}

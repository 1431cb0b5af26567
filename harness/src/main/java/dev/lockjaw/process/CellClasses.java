package dev.lockjaw.process;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Conditions;
import dev.lockjaw.run.Oracle;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.weave.PluginWeave;
import dev.lockjaw.weave.WeavingLoader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a cell by name, from which another JVM can make the cell again. {@link
 * java.util.ServiceLoader} could instantiate each of them.
 */
record CellClasses(
    String scenario,
    String locking,
    String transport,
    Protocol protocol,
    Conditions conditions,
    List<String> oracles,
    PluginWeave weave)
    implements Serializable {

  static CellClasses of(Cell cell) {
    return new CellClasses(
        cell.scenario().getClass().getName(),
        cell.locking().getClass().getName(),
        cell.transport().getClass().getName(),
        cell.protocol(),
        cell.conditions(),
        cell.oracles().stream().map(oracle -> oracle.getClass().getName()).toList(),
        WeavingLoader.weave(cell.locking()));
  }

  /**
   * Makes the cell.
   *
   * @param loader of plug-ins
   * @throws ReflectiveOperationException if this JVM lacks one of the classes
   * @throws dev.lockjaw.weave.UnwovenException if it cannot be woven here
   */
  Cell cell(ClassLoader loader) throws ReflectiveOperationException {
    List<Oracle> judges = new ArrayList<>();
    for (String oracle : oracles) {
      judges.add(make(Oracle.class, oracle, loader));
    }
    return new Cell(
        make(Scenario.class, scenario, loader),
        (Locking) weave.copy(make(Locking.class, locking, loader)),
        make(Transport.class, transport, loader),
        protocol,
        conditions,
        judges);
  }

  private static <T> T make(Class<T> type, String name, ClassLoader loader)
      throws ReflectiveOperationException {
    return Class.forName(name, true, loader).asSubclass(type).getConstructor().newInstance();
  }
}

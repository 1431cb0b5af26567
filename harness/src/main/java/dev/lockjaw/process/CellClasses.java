package dev.lockjaw.process;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Conditions;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.Serializable;

/**
 * The classes of a cell by name, from which another JVM can make the cell again. {@link
 * java.util.ServiceLoader} could instantiate each of them.
 */
record CellClasses(
    String scenario, String locking, String transport, Protocol protocol, Conditions conditions)
    implements Serializable {

  static CellClasses of(Cell cell) {
    return new CellClasses(
        cell.scenario().getClass().getName(),
        cell.locking().getClass().getName(),
        cell.transport().getClass().getName(),
        cell.protocol(),
        cell.conditions());
  }

  /**
   * Makes the cell.
   *
   * @throws ReflectiveOperationException if this JVM lacks one of the classes
   */
  Cell cell() throws ReflectiveOperationException {
    return new Cell(
        make(Scenario.class, scenario),
        make(Locking.class, locking),
        make(Transport.class, transport),
        protocol,
        conditions);
  }

  private static <T> T make(Class<T> type, String name) throws ReflectiveOperationException {
    return Class.forName(name).asSubclass(type).getConstructor().newInstance();
  }
}

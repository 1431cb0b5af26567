package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.run.Cell;

/** Names a cell within a run. */
public record CellName(String scenario, String strategy, String transport, String protocol) {
  public static CellName of(Cell cell) {
    return new CellName(
        cell.scenario().id(), cell.locking().id(), cell.transport().id(), cell.protocol().id());
  }

  public static CellName of(CellResult result) {
    return new CellName(
        result.scenario(), result.strategy(), result.transport(), result.protocol());
  }

  /** Such as {@code write-free/none/jsse/tls1.2}, safe to print. */
  public String text() {
    return Text.clean(String.join("/", scenario, strategy, transport, protocol));
  }
}

package dev.lockjaw.cli;

import dev.lockjaw.run.CellRunner;
import java.nio.file.Path;

/** Makes what runs the cells. */
@FunctionalInterface
interface Runners {
  /**
   * @param folder for what the runner needs, and for what is left of cells that crash
   */
  CellRunner in(Path folder);
}

package dev.lockjaw.cli.context;

import dev.lockjaw.campaign.CellRunner;
import java.nio.file.Path;

/** Makes what runs the cells. */
@FunctionalInterface
public interface Runners {
  /**
   * @param folder for what the runner needs, and for what is left of cells that crash
   */
  CellRunner in(Path folder);
}

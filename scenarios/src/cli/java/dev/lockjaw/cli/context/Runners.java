package dev.lockjaw.cli.context;

import dev.lockjaw.campaign.CellRunner;
import java.nio.file.Path;

/** Makes a runner of cells. */
@FunctionalInterface
public interface Runners {
  /**
   * @param folder takes the files of the runner, and what crashed cells leave behind
   */
  CellRunner in(Path folder);
}

package dev.lockjaw.cli;

import dev.lockjaw.adapter.Enough;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.CellRunner;
import dev.lockjaw.run.InThisJvm;
import dev.lockjaw.run.Limits;
import dev.lockjaw.run.Mode;
import dev.lockjaw.run.Watch;
import java.util.function.Supplier;

/** Stresses each cell for so many iterations, however many of them there is time for. */
record SoManyIterations(int most, InThisJvm runner) implements CellRunner {
  SoManyIterations(int most) {
    this(most, new InThisJvm());
  }

  @Override
  public CellResult run(Cell cell, Supplier<Limits> share, Watch watch) {
    boolean stress = share.get().mode() == Mode.STRESS;
    return runner.run(cell, share, stress ? new Enough(most) : watch);
  }

  @Override
  public void close() {
    runner.close();
  }
}

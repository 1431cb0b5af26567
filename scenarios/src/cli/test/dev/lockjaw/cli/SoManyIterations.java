package dev.lockjaw.cli;

import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import java.util.function.Supplier;

/** Stresses each cell for so many iterations, however many of them there is time for. */
record SoManyIterations(int most, InThisJvm runner) implements CellRunner {
  SoManyIterations(int most) {
    this(most, new InThisJvm());
  }

  @Override
  public CellResult run(Cell cell, Supplier<Limits> share, RunControl watch) {
    boolean stress = share.get().mode() == Mode.STRESS;
    return runner.run(cell, share, stress ? new Enough(most) : watch);
  }

  @Override
  public void close() {
    runner.close();
  }

  /** Cancels the cell after that many iterations. */
  private static final class Enough implements RunControl {
    private final long most;
    private volatile long ran;

    Enough(long most) {
      this.most = most;
    }

    @Override
    public boolean cancelled() {
      return ran >= most;
    }

    @Override
    public void ran(long more) {
      ran += more;
    }
  }
}

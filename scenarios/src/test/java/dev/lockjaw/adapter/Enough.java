package dev.lockjaw.adapter;

import dev.lockjaw.campaign.RunControl;

/** Ends a cell after so many iterations, so that a test doesn't depend on a rate. */
public final class Enough implements RunControl {
  private final long most;
  private volatile long ran;

  /**
   * @param most after that many
   */
  public Enough(long most) {
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

package dev.lockjaw.campaign;

import java.util.concurrent.atomic.AtomicLong;

/** Cancels after so many interleavings or iterations. */
final class CountedWatch implements RunControl {
  private final long most;
  private final AtomicLong ran = new AtomicLong();

  CountedWatch(long most) {
    this.most = most;
  }

  @Override
  public boolean cancelled() {
    return ran.get() >= most;
  }

  @Override
  public void ran(long more) {
    ran.addAndGet(more);
  }
}

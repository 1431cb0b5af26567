package dev.lockjaw.woven.net;

import dev.lockjaw.socket.ChannelSelector;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.function.BooleanSupplier;

/** A selector of the network in memory. Its state belongs to the thread that has the turn. */
final class MemorySelector extends ChannelSelector {
  private static final String TYPE = "Selector";
  private static final Site SELECT = NetworkWaits.site(TYPE, "select", "select");
  private static final Site WAKEUP = NetworkWaits.site(TYPE, "wakeup", "wake up the selector");
  private static final Site INTEREST =
      NetworkWaits.site("SelectionKey", "interestOps", "change what is selected");

  MemorySelector(MemoryProvider provider) {
    super(provider);
  }

  @Override
  protected void step(Step step, Object on) {
    Points points = step == Step.SELECT ? Network.points() : Points.here();
    if (points != null) {
      Site site =
          switch (step) {
            case SELECT -> SELECT;
            case WAKE_UP -> WAKEUP;
            case INTEREST -> INTEREST;
          };
      points.access(site, on, Points.CONTENTS, true);
    }
  }

  @Override
  protected void touch() {
    Points points = Points.here();
    if (points != null) {
      points.touch(this, Points.CONTENTS, true);
    }
  }

  @Override
  protected void foundNothing() {
    touch();
  }

  @Override
  protected void await(long nanos, BooleanSupplier ready) {
    Points points = Network.points();
    try {
      Waits.interruptibly(
          points,
          SELECT,
          "a channel that is ready",
          Waiting.WORK,
          this,
          Points.CONTENTS,
          nanos,
          ready);
    } catch (InterruptedException woken) {
      points.interrupt(points.thread()); // it returns, and stays interrupted
    }
  }
}

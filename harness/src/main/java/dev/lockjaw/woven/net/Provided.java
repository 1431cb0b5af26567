package dev.lockjaw.woven.net;

import dev.lockjaw.woven.Points;
import java.nio.channels.spi.SelectorProvider;

/** Whose channels the sessions of a run are given. Only the thread that has the turn uses it. */
public final class Provided {
  private static final Object KEY = new Object();

  private SelectorProvider provider;

  private Provided() {}

  private static Provided of(Points points) {
    return points.beside(KEY, Provided.class, Provided::new);
  }

  /** Says that a session has been given a channel; does nothing where no code is woven. */
  public static void by(SelectorProvider provider) {
    Points points = Points.here();
    if (points != null) {
      of(points).provider = provider;
    }
  }

  /** The provider of the channels that woven code uses, the JDK's if it was given none. */
  static SelectorProvider here() {
    Points points = Points.here();
    if (points == null) {
      return SelectorProvider.provider();
    }
    if (points.ownsThreads()) {
      return MemoryProvider.ONLY;
    }
    SelectorProvider given = of(points).provider;
    return given == null ? SelectorProvider.provider() : given;
  }
}

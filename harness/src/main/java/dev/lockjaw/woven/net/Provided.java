package dev.lockjaw.woven.net;

import dev.lockjaw.woven.Points;
import java.nio.channels.spi.SelectorProvider;
import java.util.function.BooleanSupplier;

/** Whose channels the sessions of a run are given. Only the thread that has the turn uses it. */
public final class Provided {
  private static final Object KEY = new Object();

  private SelectorProvider provider;
  private BooleanSupplier used = () -> false;

  private Provided() {}

  private static Provided of(Points points) {
    return points.beside(KEY, Provided.class, Provided::new);
  }

  /**
   * Says what a session may be given; does nothing where no code is woven.
   *
   * @param used whether the session uses it
   */
  public static void by(SelectorProvider provider, BooleanSupplier used) {
    Points points = Points.here();
    if (points != null) {
      Provided provided = of(points);
      provided.provider = provider;
      provided.used = used;
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
    Provided given = of(points);
    return given.used.getAsBoolean() ? given.provider : SelectorProvider.provider();
  }
}

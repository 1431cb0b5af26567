package dev.lockjaw.explore;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Schedule;
import java.util.function.Supplier;

/** Two actors take two monitors, with a point in between. */
final class ForeignDeadlock {
  /** In opposite order. */
  static final Toy TOY = ordered(false);

  private ForeignDeadlock() {}

  static Toy ordered(boolean sameOrder) {
    return run -> arrange(run, sameOrder);
  }

  /** Both have their first when they come for their second. */
  static Chooser schedule() {
    return new Follower(Schedule.parse("1.1").orElseThrow());
  }

  private static Supplier<String> arrange(ControlledRun run, boolean sameOrder) {
    Object first = new Object();
    Object second = new Object();
    run.actor("one", () -> nest(run, first, second));
    run.actor("two", () -> nest(run, sameOrder ? first : second, sameOrder ? second : first));
    return () -> "";
  }

  private static void nest(ControlledRun run, Object outer, Object inner) {
    synchronized (outer) {
      run.point("between", null);
      synchronized (inner) {
        run.point("inside", null);
      }
    }
  }
}

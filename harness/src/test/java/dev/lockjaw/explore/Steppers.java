package dev.lockjaw.explore;

import dev.lockjaw.sync.Shared;
import java.util.function.Supplier;

/**
 * Actors that take a number of steps, so with one scheduling point less. Their final state is the
 * order of the steps, in the manner of {@link Merges}.
 *
 * @param sharing whether they all touch the same object, or each its own
 * @param lengths steps of each
 */
record Steppers(boolean sharing, int... lengths) implements Toy {
  @Override
  public Supplier<String> arrange(ControlledRun run) {
    StringBuffer trace = new StringBuffer();
    Shared common = new Shared("common");
    for (int i = 0; i < lengths.length; i++) {
      int actor = i;
      Shared on = sharing ? common : new Shared("own" + i);
      run.actor(
          "actor" + i,
          () -> {
            trace.append(actor);
            for (int step = 1; step < lengths[actor]; step++) {
              run.point("step", on);
              trace.append(actor);
            }
          });
    }
    return trace::toString;
  }
}

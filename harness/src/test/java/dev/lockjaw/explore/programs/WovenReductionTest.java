package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.OutsideThreads;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random programs of woven code: with points only where threads are known to meet, and equivalent
 * interleavings left out, the same outcomes are reached as with a point at everything and nothing
 * left out, at each bound.
 */
class WovenReductionTest {
  private static final WeavingLoader LOADER =
      new WeavingLoader(WovenReductionTest.class.getClassLoader(), new Scope(List.of("example")));

  private static final int SPINNING = 12;

  private long fewer;
  private long all;

  /** The outcomes of one exploration. */
  private record Explored(TreeSet<String> outcomes, long schedules, int places) {}

  private static Explored explore(
      long seed, int actors, boolean spinning, int bound, boolean reduced) throws Exception {
    OutsideThreads.drives(); // it makes programs and looks at them
    Constructor<?> shared = LOADER.loadClass("example.Program$Shared").getConstructor();
    Constructor<?> program =
        LOADER
            .loadClass("example.Program")
            .getConstructor(Object.class, int.class, long.class, boolean.class);
    Learned learned = new Learned();
    try (ActorThreads threads = new ActorThreads()) {
      while (true) {
        TreeSet<String> outcomes = new TreeSet<>();
        Explorer explorer = new Explorer(bound, reduced);
        while (explorer.advance()) {
          ControlledRun run = new ControlledRun(threads, !reduced, MutexKind.JVM, learned, false);
          Object state = shared.newInstance();
          List<Runnable> all = new ArrayList<>();
          for (int i = 1; i <= actors; i++) {
            Runnable one = (Runnable) program.newInstance(state, i, seed * 31 + i, spinning);
            all.add(one);
            run.actor("t" + i, one::run);
          }
          run.execute(explorer);
          assertThat(explorer.faithful()).isTrue();
          assertThat(run.escapes()).isEmpty();
          outcomes.add((run.complete() ? "" : "stuck ") + all + state);
          run.close();
          if (reduced && learned.more()) {
            outcomes = null;
            break;
          }
        }
        if (outcomes != null) {
          return new Explored(outcomes, explorer.schedules(), learned.size());
        }
      }
    }
  }

  private void compare(long seed, int actors, boolean spinning, int bound) throws Exception {
    Explored whole = explore(seed, actors, spinning, bound, false);
    Explored reduced = explore(seed, actors, spinning, bound, true);
    assertThat(reduced.outcomes())
        .as("seed %d, %d threads, at most %d preemptions", seed, actors, bound)
        .containsAll(whole.outcomes());
    fewer += reduced.schedules();
    all += whole.schedules();
  }

  @Test
  void nothingThatCanHappenIsLost() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      int actors = seed % 3 == 0 ? 3 : 2;
      for (int bound = 0; bound <= (actors == 3 ? 1 : 3); bound++) {
        compare(seed, actors, false, bound);
      }
    }
    assertThat(fewer).as("schedules, of " + all).isLessThan(all / 2);
  }

  @Test
  void norWhereThreadsSpin() throws Exception {
    for (long seed = 0; seed < SPINNING; seed++) {
      for (int bound = 0; bound <= 1; bound++) {
        compare(seed, 2, true, bound);
      }
    }
    assertThat(fewer).as("schedules, of " + all).isLessThan(all / 2);
  }
}

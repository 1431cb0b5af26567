package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.OutsideThreads;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.TreeSet;

/** All ends that a woven program can have within a bound. */
final class Outcomes {
  private static final int MOST = 20_000;

  private Outcomes() {}

  /**
   * Explores a program of the package {@code example} to the end. No thread of it may block where
   * the run does not see it, and each schedule goes the same way when it is run again.
   *
   * @param program a class with a constructor without parameters
   */
  static TreeSet<String> of(Class<? extends Parts> program, int bound) throws Exception {
    return of(program, bound, Outcomes.class.getClassLoader());
  }

  /**
   * As {@link #of(Class, int)}.
   *
   * @param parent where the class files are
   */
  static TreeSet<String> of(Class<? extends Parts> program, int bound, ClassLoader parent)
      throws Exception {
    OutsideThreads.drives();
    WeavingLoader loader = new WeavingLoader(parent, new Scope(List.of("example..")));
    Class<?> woven = loader.loadClass(program.getName());
    Learned learned = new Learned();
    try (ActorThreads threads = new ActorThreads()) {
      run(threads, woven, new Follower(Schedule.DEFAULT), learned); // initialises classes
      while (true) {
        TreeSet<String> outcomes = new TreeSet<>();
        Explorer explorer = new Explorer(bound, true);
        while (explorer.advance()) {
          String outcome = run(threads, woven, explorer, learned);
          if (learned.more()) {
            outcomes = null;
            break;
          }
          assertThat(explorer.faithful()).as("goes as before").isTrue();
          assertThat(explorer.schedules()).as("schedules").isLessThan(MOST);
          outcomes.add(outcome);
          String again = run(threads, woven, new Follower(explorer.schedule()), learned);
          assertThat(again).as("when run again").isEqualTo(outcome);
        }
        if (outcomes != null) {
          return outcomes;
        }
      }
    }
  }

  private static String run(ActorThreads threads, Class<?> woven, Chooser chooser, Learned learned)
      throws Exception {
    try (ControlledRun run = new ControlledRun(threads, false, MutexKind.JVM, learned, false)) {
      Parts[] parts = new Parts[1];
      run.open(() -> parts[0] = make(woven));
      run.actor("one", () -> go(parts[0]::one));
      run.actor("other", () -> go(parts[0]::other));
      run.execute(chooser);
      assertThat(run.foreignBlocks()).as("blocks that the run does not see").isZero();
      String escaped =
          run.escapes().isEmpty()
              ? ""
              : " threw " + run.escapes().get(0).exception().getClass().getSimpleName();
      boolean stuck = run.findings().sightings().stream().findAny().isPresent();
      return (stuck ? "stuck " : "") + parts[0].outcome() + escaped;
    }
  }

  private static Parts make(Class<?> woven) {
    try {
      return (Parts) woven.getConstructor().newInstance();
    } catch (InvocationTargetException thrown) {
      throw new IllegalStateException(thrown.getCause());
    } catch (ReflectiveOperationException unable) {
      throw new IllegalStateException(unable);
    }
  }

  interface Part {
    void go() throws Exception;
  }

  static void go(Part part) {
    try {
      part.go();
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown.toString(), thrown);
    }
  }
}

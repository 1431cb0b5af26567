package dev.lockjaw.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.Chooser;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.Explorer;
import dev.lockjaw.explore.Follower;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.OutsideThreads;
import example.OrderedByLocks;
import example.OrderedByOthers;
import example.OrderedByThreads;
import example.OrderedByValues;
import example.RacingBesideLocks;
import example.RacingBesideThreads;
import example.RacingBesideValues;
import example.RacingOnObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that orders threads: where it does, and where it is used in vain. */
@Timeout(120)
class EdgesTest {
  private static final WeavingLoader LOADER =
      new WeavingLoader(EdgesTest.class.getClassLoader(), new Scope(List.of("example")));

  static Stream<String> ordered() {
    return programs(
        OrderedByLocks.class, OrderedByValues.class, OrderedByThreads.class, OrderedByOthers.class);
  }

  static Stream<String> racing() {
    return programs(
        RacingBesideLocks.class,
        RacingBesideValues.class,
        RacingBesideThreads.class,
        RacingOnObjects.class);
  }

  private static Stream<String> programs(Class<?>... in) {
    return Arrays.stream(in)
        .flatMap(programs -> Arrays.stream(programs.getDeclaredClasses()))
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .map(Class::getName)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("ordered")
  void whatIsOrderedIsNoRace(String program) throws Exception {
    assertThat(explore(program, true).races()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("racing")
  void whatIsNotOrderedIsOne(String program) throws Exception {
    assertThat(explore(program, true).races()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource({"ordered", "racing"})
  void theExplorationGoesAsItWouldWithoutTheCheck(String program) throws Exception {
    Explored with = explore(program, true);
    Explored without = explore(program, false);
    assertThat(without.races()).isEmpty();
    assertThat(with.schedules()).isEqualTo(without.schedules());
  }

  private record Explored(Set<String> races, List<String> schedules) {}

  private static Explored explore(String program, boolean races) throws Exception {
    OutsideThreads.drives();
    Learned learned = new Learned();
    Set<String> found = new TreeSet<>();
    try (ActorThreads threads = new ActorThreads()) {
      run(
          program,
          threads,
          new Follower(Schedule.DEFAULT),
          new Learned(),
          false); // initialises classes
      while (true) {
        Explorer explorer = new Explorer(2, true);
        List<String> schedules = new ArrayList<>();
        boolean again = false;
        while (!again && explorer.advance()) {
          List<Sighting> seen = run(program, threads, explorer, learned, races);
          seen.forEach(sighting -> found.add(sighting.key()));
          assertThat(seen).allMatch(sighting -> sighting.kind() == FindingKind.DATA_RACE);
          schedules.add(explorer.schedule().text() + " of " + explorer.pruned());
          again = learned.more();
        }
        if (!again) {
          return new Explored(found, schedules);
        }
      }
    }
  }

  private static List<Sighting> run(
      String program, ActorThreads threads, Chooser chooser, Learned learned, boolean races)
      throws Exception {
    try (ControlledRun run = new ControlledRun(threads, false, MutexKind.JVM, learned, races)) {
      Object[] made = new Object[1];
      run.open(() -> made[0] = make(program));
      run.actor("first", () -> call(made[0], "first"));
      run.actor("second", () -> call(made[0], "second"));
      run.execute(chooser);
      assertThat(run.escapes()).isEmpty();
      assertThat(run.findings().sightings()).isEmpty();
      return run.races();
    }
  }

  private static Object make(String program) {
    try {
      return LOADER.loadClass(program).getConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void call(Object program, String method) {
    try {
      program.getClass().getMethod(method).invoke(program);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Error unwound) {
        throw unwound;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.result.Mode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How thorough a comparison is; its costs are {@link Rounds}' own.
 *
 * @param quick whether stress, costs and latencies are of one transport of each contract
 * @param stress how long cells are stressed; not at all if zero
 * @param engines of others that test the strategies
 * @param latencyRounds of {@code latencyRound} each
 * @param why tools are left out, if any are
 */
record ComparePlan(
    boolean quick,
    Duration stress,
    List<Engine> engines,
    int latencyRounds,
    Duration latencyRound,
    String why) {

  /** Within two minutes on two cores. */
  private static final ComparePlan QUICK =
      new ComparePlan(
          true,
          Duration.ofSeconds(10),
          List.of(),
          4,
          Duration.ofMillis(200),
          "there is no time for it with --quick, compare without that");

  /** Within twenty minutes or so on two cores. */
  private static final ComparePlan FULL =
      new ComparePlan(
          false,
          Duration.ofSeconds(30),
          List.of(Engine.LINCHECK, Engine.JCSTRESS),
          12,
          Duration.ofMillis(250),
          "");

  /**
   * A plan.
   *
   * @param costsAlone whether nothing but costs was asked for
   */
  static ComparePlan of(boolean quick, boolean costsAlone) {
    ComparePlan plan = quick ? QUICK : FULL;
    return costsAlone
        ? new ComparePlan(
            plan.quick,
            Duration.ZERO,
            List.of(),
            plan.latencyRounds,
            plan.latencyRound,
            "--measure asks for costs alone, compare without that")
        : plan;
  }

  boolean stresses() {
    return !stress.isZero();
  }

  /** The tools that are left out, each with the way to have it. */
  Map<Mode, String> notRun() {
    Map<Mode, String> reasons = new LinkedHashMap<>();
    if (!stresses()) {
      reasons.put(Mode.STRESS, "not run: " + why);
    }
    Stream.of(Engine.LINCHECK, Engine.JCSTRESS)
        .filter(engine -> !engines.contains(engine))
        .forEach(engine -> reasons.put(engine.mode(), "not run: " + why));
    return reasons;
  }

  /** In a phrase. */
  String settings() {
    return "latencies of "
        + Text.count(latencyRounds, "round")
        + " of "
        + latencyRound.toMillis()
        + " ms";
  }
}

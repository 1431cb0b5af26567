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
 * How thorough a comparison is. {@link Rounds} plans its costs.
 *
 * @param quick whether stress, costs and latencies use one transport of each contract
 * @param stress the time for stress; zero for none
 * @param engines third-party tools that test the strategies
 * @param latencyRounds number of rounds of {@code latencyRound} each
 * @param why why tools are left out, if any are
 */
record ComparePlan(
    boolean quick,
    Duration stress,
    List<Engine> engines,
    int latencyRounds,
    Duration latencyRound,
    String why) {

  /** About two minutes on two cores. */
  private static final ComparePlan QUICK =
      new ComparePlan(
          true,
          Duration.ofSeconds(10),
          List.of(),
          4,
          Duration.ofMillis(200),
          "--quick has no time for it; compare without --quick");

  /** About twenty minutes on two cores. */
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
   * @param costsAlone whether the user asked only for costs
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
            "--measure asks only for costs; compare without --measure")
        : plan;
  }

  boolean stresses() {
    return !stress.isZero();
  }

  /** The tools that are left out, each with the way to include it. */
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

  /** The plan in a phrase. */
  String settings() {
    return "latencies of "
        + Text.count(latencyRounds, "round")
        + " of "
        + latencyRound.toMillis()
        + " ms";
  }
}

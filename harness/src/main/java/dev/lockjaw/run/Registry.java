package dev.lockjaw.run;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Every scenario, strategy and transport that {@link ServiceLoader} finds, in the order of lists.
 *
 * @param strategies lock strategies, and adapters of users' sessions
 * @param oracles judge what is run
 */
public record Registry(
    List<Scenario> scenarios,
    List<Locking> strategies,
    List<Transport> transports,
    List<Oracle> oracles) {

  /** This, with other scenarios. */
  public Registry withScenarios(List<Scenario> others) {
    return new Registry(others, strategies, transports, oracles);
  }

  /** This, with other strategies. */
  public Registry withStrategies(List<Locking> others) {
    return new Registry(scenarios, others, transports, oracles);
  }

  /** This, with other transports. */
  public Registry withTransports(List<Transport> others) {
    return new Registry(scenarios, strategies, others, oracles);
  }

  /**
   * What is on the class path of a class loader.
   *
   * @throws PluginException with one line for the user, if a part cannot be used
   */
  public static Registry load(ClassLoader loader) {
    List<Locking> strategies = new ArrayList<>();
    strategies.addAll(Services.load(LockStrategy.class, "strategy", loader));
    strategies.addAll(Services.load(SessionAdapter.class, "strategy", loader));
    return new Registry(
        sorted(
            "scenario",
            Services.load(Scenario.class, "scenario", loader),
            Scenario::order,
            Scenario::id),
        sorted("strategy", strategies, Locking::order, Locking::id),
        sorted(
            "transport",
            Services.load(Transport.class, "transport", loader),
            Transport::order,
            Transport::id),
        Oracles.load(loader));
  }

  private static <T> List<T> sorted(
      String what, List<T> found, ToIntFunction<T> order, Function<T, String> id) {
    Services.requireNames(what, found, id);
    return found.stream().sorted(Comparator.comparingInt(order).thenComparing(id)).toList();
  }
}

package dev.lockjaw.run;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.transport.Transport;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Everything that can be run, as {@link ServiceLoader} finds it, in the order of lists. */
public record Registry(
    List<Scenario> scenarios, List<LockStrategy> strategies, List<Transport> transports) {

  /** What is on the class path of {@code loader}. */
  public static Registry load(ClassLoader loader) {
    return new Registry(
        sorted(ServiceLoader.load(Scenario.class, loader), Scenario::order, Scenario::id),
        sorted(
            ServiceLoader.load(LockStrategy.class, loader), LockStrategy::order, LockStrategy::id),
        sorted(ServiceLoader.load(Transport.class, loader), Transport::order, Transport::id));
  }

  private static <T> List<T> sorted(
      ServiceLoader<T> found, ToIntFunction<T> order, Function<T, String> id) {
    return found.stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(order).thenComparing(id))
        .toList();
  }
}

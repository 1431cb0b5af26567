package dev.lockjaw.jmh;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * JMH's command line, on which the parameter {@code strategy} stands for every lock strategy of the
 * class path unless it is given. So a new strategy is measured without being listed anywhere.
 *
 * <pre>{@code
 * java -jar scenarios/src/jmh/target/benchmarks.jar GuardedSection
 * java -jar scenarios/src/jmh/target/benchmarks.jar GuardedSection -p strategy=none,plain
 * }</pre>
 */
public final class JmhMain {
  /** Stands for every strategy in annotations; this class puts their names in its place. */
  static final String EVERY = "every";

  private static final String STRATEGY = "strategy=";

  private JmhMain() {}

  /**
   * @param args as of JMH
   */
  public static void main(String[] args) throws Exception {
    org.openjdk.jmh.Main.main(completed(args).toArray(String[]::new));
  }

  static List<String> completed(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    if (all.stream().noneMatch(arg -> arg.startsWith(STRATEGY))) {
      all.addAll(List.of("-p", STRATEGY + String.join(",", strategies())));
    }
    return all;
  }

  private static List<String> strategies() {
    return ServiceLoader.load(LockStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Locking::order))
        .map(Locking::id)
        .toList();
  }
}

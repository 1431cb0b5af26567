package dev.lockjaw.run;

import java.util.Comparator;
import java.util.List;

/** Finds oracles. */
final class Oracles {
  static final List<Oracle> FOUND = load(Oracle.class.getClassLoader());

  private Oracles() {}

  /** What is on the class path of {@code loader}, in the order in which oracles judge. */
  static List<Oracle> load(ClassLoader loader) {
    return Services.load(Oracle.class, "oracle", loader).stream()
        .sorted(
            Comparator.comparingInt(Oracle::order)
                .thenComparing(oracle -> oracle.getClass().getName()))
        .toList();
  }
}

package dev.lockjaw.compare;

import java.util.List;

/** What is known about strategies in scenarios that a comparison leaves out. */
@FunctionalInterface
public interface LeftOut {
  /** No scenario was left out. */
  LeftOut NOTHING = (contract, strategy) -> List.of();

  /** Those that a strategy is known to fail, on the transports of one thread contract. */
  List<String> failedBy(String contract, String strategy);
}

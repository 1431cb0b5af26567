package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;

/**
 * One test of a {@link LockjawTest}.
 *
 * @apiNote part of the stable interface, see CONTRIBUTING.md
 */
@FunctionalInterface
public interface ScenarioTest {
  /**
   * Runs it on sessions of an adapter.
   *
   * @throws AssertionError that explains what was found
   */
  void run(SessionAdapter adapter) throws Exception;
}

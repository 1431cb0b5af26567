package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import org.apiguardian.api.API;

/** One test of a {@link LockjawTest}. */
@FunctionalInterface
@API(status = API.Status.STABLE)
public interface ScenarioTest {
  /**
   * Runs it on sessions of an adapter.
   *
   * @throws AssertionError that explains what was found
   */
  void run(SessionAdapter adapter) throws Exception;
}

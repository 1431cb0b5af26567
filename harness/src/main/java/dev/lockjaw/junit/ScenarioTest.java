package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import org.apiguardian.api.API;

/** One test of a {@link LockjawTest}: a scenario on a transport. */
@FunctionalInterface
@API(status = API.Status.STABLE)
public interface ScenarioTest {
  /**
   * Explores the scenario on sessions of an adapter.
   *
   * @throws AssertionError that explains each finding
   * @throws Exception if Lockjaw failed
   */
  void run(SessionAdapter adapter) throws Exception;
}

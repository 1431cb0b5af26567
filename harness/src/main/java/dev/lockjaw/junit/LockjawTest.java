package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.result.CellResult;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that opens sessions of yours, and is annotated with {@link Lockjaw}: every scenario
 * is a test, which fails with an explanation and a replay token. With the configuration parameter
 * or system property {@code lockjaw.replay} set to a token, that schedule is the only one run.
 *
 * <p>Sessions of several tests may be open at a time where JUnit runs tests in parallel; if yours
 * share a lock, annotate the class with {@code @Execution(SAME_THREAD)}.
 */
@API(status = API.Status.STABLE)
public interface LockjawTest extends SessionAdapter {
  /** Explores one scenario; JUnit calls it. */
  @TestTemplate
  @ExtendWith(Scenarios.class)
  default void scenario(ScenarioTest test) throws Exception {
    test.run(this);
  }

  /**
   * Explores one scenario as the class's annotation has it, for a test of your own to judge.
   *
   * @throws InterruptedException if the caller was interrupted
   */
  default CellResult explore(String scenario) throws InterruptedException {
    return Settings.of(getClass()).explore(this, scenario);
  }
}

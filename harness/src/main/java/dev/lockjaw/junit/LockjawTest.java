package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.result.CellResult;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that opens your sessions. Annotate it with {@link Lockjaw}: each scenario is then a
 * test, which fails with an explanation and a replay token.
 *
 * <pre>{@code
 * @Lockjaw(scenarios = "*free*")
 * class LinkTest implements LockjawTest {
 *   public UserSession open(Opening with) {
 *     ByteChannel tls = with.tls();
 *     return UserSession.of(
 *         data -> tls.write(ByteBuffer.wrap(data)),
 *         () -> {
 *           ByteBuffer data = ByteBuffer.allocate(16 * 1024);
 *           if (tls.read(data) > 0) {
 *             with.received(data.flip());
 *           }
 *         },
 *         tls::close);
 *   }
 * }
 * }</pre>
 *
 * <p>If the configuration parameter or system property {@code lockjaw.replay} is a token, JUnit
 * runs that one schedule only. JUnit's parallel execution opens sessions of several tests at a
 * time; if your sessions share a lock, annotate the class with {@code @Execution(SAME_THREAD)}.
 */
@API(status = API.Status.STABLE)
public interface LockjawTest extends SessionAdapter {
  /**
   * Explores one scenario. JUnit calls it.
   *
   * @throws AssertionError that explains each finding
   * @throws org.opentest4j.TestAbortedException if the scenario cannot run on these sessions
   */
  @TestTemplate
  @ExtendWith(Scenarios.class)
  default void scenario(ScenarioTest test) throws Exception {
    test.run(this);
  }

  /**
   * Explores one scenario with the settings of {@link Lockjaw}, on its first transport, for a test
   * that judges the result itself; see {@link dev.lockjaw.assertj.LockjawAssertions}.
   *
   * @param scenario its name, such as {@code write-free}
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if there is no such
   *     scenario, or the annotation is missing or wrong
   * @throws InterruptedException if the caller is interrupted
   */
  default CellResult explore(String scenario) throws InterruptedException {
    return Settings.of(getClass()).explore(this, scenario);
  }
}

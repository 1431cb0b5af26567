package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Token;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Test classes of users whose sessions are woven, run by JUnit as they would be. */
@Timeout(300)
class WovenTest {
  @Lockjaw(scenarios = "write-free", weave = Lockjaw.OWN_PACKAGE)
  static class Wrong implements LockjawTest {
    @Override
    public UserSession open(Opening with) {
      return new NulledEngine(with);
    }
  }

  @Lockjaw(
      scenarios = "write-free",
      weave = {})
  static class Plain extends Wrong {}

  @Lockjaw(scenarios = "write-free", weave = "com.example..")
  static class Right implements LockjawTest {
    private String greeting;
    private final List<String> unused = List.of();

    @BeforeEach
    void prepare() {
      greeting = "hello";
    }

    @Override
    public UserSession open(Opening with) {
      if (greeting == null || unused == null) {
        throw new IllegalStateException("what was set before the test is not there");
      }
      return new OneLock(with);
    }
  }

  static class Outer {
    @Nested
    @Lockjaw(scenarios = "write-free", weave = Lockjaw.OWN_PACKAGE)
    class Inner extends Right {}
  }

  @Lockjaw(
      scenarios = "write-free",
      weave = {Lockjaw.OWN_PACKAGE, "com.exmaple.woven"})
  static class Misspelt extends Right {}

  private static EngineExecutionResults run(Class<?> type, String... token) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").selectors(selectClass(type));
    return token.length == 0
        ? kit.execute()
        : kit.configurationParameter("lockjaw.replay", token[0]).execute();
  }

  private static String failure(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  @Test
  void theUsersOwnLineIsShownAndTheTokenReplaysIt() {
    EngineExecutionResults results = run(Wrong.class);
    assertThat(failure(results))
        .startsWith("write-free/Wrong/jsse has findings of several kinds: use-after-free,")
        .contains("null-dereference in write-free/Wrong/jsse")
        .contains("writer used NulledEngine.engine of client, which freer had set to null.")
        .contains("NulledEngine.free (NulledEngine.java:34)  <-- here")
        .contains("NulledEngine.send (NulledEngine.java:20)  <-- threw it")
        .contains("NulledEngine.send line 20: read engine = null");
    String token =
        failure(results)
            .replaceFirst("(?s).*?null-dereference in.*?@Replay\\(\"([^\"]*)\".*", "$1");
    assertThat(token).startsWith("LJ2/write-free/Wrong/jsse/tls1.2/");
    assertThat(failure(run(Wrong.class, token))).contains("null-dereference in write-free/Wrong");
  }

  @Test
  void aTokenOfWovenClassesSaysSoWhereNoneAre() {
    String token =
        new Token(true, new CellId("write-free", "Plain", "jsse", "tls1.2"), Schedule.DEFAULT)
            .text();
    assertThat(failure(run(Plain.class, token)))
        .isEqualTo(
            "the token "
                + token
                + " is for woven classes, and nothing of com.example.woven.WovenTest$Plain is woven:"
                + " weave is empty");
  }

  @Test
  void whatWasSetBeforeTheTestIsThereInTheCopy() {
    run(Right.class).testEvents().assertStatistics(all -> all.started(1).succeeded(1));
    run(Outer.class).testEvents().assertStatistics(all -> all.started(1).succeeded(1));
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    assertThat(failure(run(Misspelt.class)))
        .isEqualTo(
            "no class that Misspelt uses matches weave = com.exmaple.woven; near:"
                + " com.example.woven");
  }
}

package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import dev.lockjaw.result.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A test of a session with a data race that does no harm. */
@Timeout(300)
class AllowedRaceTest {
  @Lockjaw(scenarios = "write-free", weave = Lockjaw.OWN_PACKAGE)
  static class Racing implements LockjawTest {
    @Override
    public UserSession open(Opening with) {
      return new PlainFlag(with);
    }
  }

  @Lockjaw(scenarios = "write-free", weave = Lockjaw.OWN_PACKAGE, allow = FindingKind.DATA_RACE)
  static class Allowed extends Racing {}

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
  void failsWithBothAccessesAndWhatWouldOrderThemUnlessItIsAllowed() {
    String failure = failure(run(Racing.class));
    assertThat(failure)
        .startsWith("data-race in write-free/Racing/jsse")
        .containsPattern("nothing orders\\s+the two: \\w+ holds")
        .contains("so would a volatile field")
        .contains("PlainFlag.send (PlainFlag.java:20)  <-- here")
        .contains("PlainFlag.free (PlainFlag.java:34)  <-- here");
    String token = failure.replaceFirst("(?s).*?@Replay\\(\"([^\"]*)\".*", "$1");
    assertThat(failure(run(Racing.class, token))).contains("data-race in write-free/Racing");
    run(Allowed.class).testEvents().assertStatistics(all -> all.started(1).succeeded(1));
  }
}

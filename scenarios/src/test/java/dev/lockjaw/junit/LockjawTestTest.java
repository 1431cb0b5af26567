package dev.lockjaw.junit;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockjaw.adapter.Guard;
import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.adapter.Wrapper;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.session.Driving;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Test classes of users, run by JUnit as they would be. */
@Timeout(300)
class LockjawTestTest {
  private static final String TOKEN = "LJ1/send-order/Inside/jsse/tls1.2/0/";

  interface Selected extends LockjawTest {
    @Override
    default Driving driving() {
      return Driving.NON_BLOCKING;
    }
  }

  @Lockjaw(scenarios = {"send-order", "write-*", "handshake-race"})
  static class Right implements Selected {
    @Override
    public UserSession open(Opening with) {
      return new Wrapper(with, Guard.reentrant(), false);
    }
  }

  @Lockjaw(
      scenarios = {"send-order", "write-write"},
      transports = {"jsse", "bc"})
  static class Inside implements Selected {
    @Override
    public UserSession open(Opening with) {
      return new Wrapper(with, Guard.of(with.lock("S")), true);
    }
  }

  @Lockjaw(scenarios = "send-ordr")
  static class Misspelt extends Right {}

  @Lockjaw(budget = "10 parsecs")
  static class Mismeasured extends Right {}

  static class Unannotated implements Selected {
    @Override
    public UserSession open(Opening with) {
      return null;
    }
  }

  @Lockjaw(scenarios = "write-write", budget = "1ms", preemptions = 3)
  static class Hurried extends Right {}

  /** What a budget of no length worth mentioning leaves of a large exploration. */
  @Lockjaw(scenarios = "read-write-free", budget = "1ms", preemptions = 5, exhaustive = true)
  static class HurriedThroughAll extends Right {}

  static class GivenLock implements Selected {
    @Override
    public UserSession open(Opening with) {
      return new Wrapper(with, Guard.of(with.lock("S")), false);
    }
  }

  @Lockjaw(scenarios = "write-write", preemptions = 1, exhaustive = true)
  static class Exhaustive extends GivenLock {}

  @Lockjaw(scenarios = "send-order", mode = Mode.STRESS, budget = "3s")
  static class Stressed extends Inside {}

  @Lockjaw(scenarios = "send-order", mode = Mode.STRESS, budget = "3s")
  static class StressedRight extends Right {}

  @Lockjaw(scenarios = "send-order", mode = Mode.STRESS)
  static class StressedForEver extends Right {}

  @Lockjaw(mode = Mode.STRESS, budget = "3s", exhaustive = true)
  static class StressedThroughAll extends Right {}

  @Lockjaw(mode = Mode.LINCHECK)
  static class Elsewhere extends Right {}

  @Lockjaw(scenarios = "read-write-free", preemptions = 4)
  @Timeout(value = 200, unit = TimeUnit.MILLISECONDS)
  static class TimedOut extends Inside {}

  @Lockjaw(scenarios = "*", preemptions = 1)
  @Execution(ExecutionMode.CONCURRENT)
  static class Concurrent extends Right {}

  @Lockjaw(scenarios = "send-order")
  static class Judging extends Inside {
    @Override
    public String id() {
      return "Inside";
    }

    @Test
    void judgesForItself() throws Exception {
      assertThat(explore("send-order"))
          .failsWith(FindingKind.DOUBLE_LOCK)
          .onThread("worker")
          .heldSince("Wrapper.receive");
    }

    @Replay("LJ1/send-order/Inside/jsse/tls1.2/0/7dd4")
    void stillThere(CellResult shown) {
      assertThat(shown).failsWith(FindingKind.DOUBLE_LOCK);
    }

    @Replay("LJ1/send-order/Inside/jsse/tls1.2/0/7dd4")
    void gone() {}
  }

  @Lockjaw
  static class Damaged extends Right {
    @Replay("LJ1/send-order/Right/jsse/tls1.2/0/0000")
    void damaged() {}
  }

  private static EngineTestKit.Builder kit(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type));
  }

  private static List<String> names(org.junit.platform.testkit.engine.Events events) {
    return events.stream().map(Event::getTestDescriptor).map(one -> one.getDisplayName()).toList();
  }

  private static Throwable failure(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  @Test
  void everyScenarioIsATest() {
    EngineExecutionResults results = kit(Right.class).execute();
    results.testEvents().assertStatistics(all -> all.started(4).succeeded(3).aborted(1).failed(0));
    assertThat(names(results.testEvents().finished()))
        .containsExactly(
            "write-write on jsse",
            "write-free on jsse",
            "send-order on jsse",
            "handshake-race on jsse");
  }

  @Test
  void oneThatFailsExplainsItselfAndSaysHowItIsReplayed() {
    EngineExecutionResults results = kit(Inside.class).execute();
    results.testEvents().assertStatistics(all -> all.started(4).succeeded(2).failed(2));
    assertThat(names(results.testEvents().failed()))
        .containsExactly("send-order on jsse", "send-order on bc");
    assertThat(failure(results))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("double-lock in send-order/Inside/jsse (TLS 1.2)")
        .hasMessageContaining("Thread worker: asks for S(client) a second time")
        .hasMessageContaining("took S(client) in")
        .hasMessageContaining("already held by this thread <-- here")
        .hasMessageContaining("@Replay(\"" + TOKEN)
        .hasMessageContaining("mvn test -Dtest=Inside -Dlockjaw.replay=" + TOKEN);
  }

  @Test
  void parameterReplaysOneScheduleAlone() {
    String message = failure(kit(Inside.class).execute()).getMessage();
    int at = message.indexOf(TOKEN);
    String token = message.substring(at, at + TOKEN.length() + 4);
    EngineExecutionResults again =
        kit(Inside.class).configurationParameter("lockjaw.replay", token).execute();
    assertThat(names(again.testEvents().failed())).containsExactly("replay of send-order on jsse");
    again.testEvents().assertStatistics(all -> all.started(1));
    assertThat(failure(again)).hasMessageContaining("double-lock in send-order/Inside/jsse");
    // and is not for others
    kit(Right.class)
        .configurationParameter("lockjaw.replay", token)
        .execute()
        .testEvents()
        .assertStatistics(all -> all.started(1).aborted(1));
  }

  @Test
  void methodsReplayTokensAndJudgeForThemselves() {
    EngineExecutionResults results = kit(Judging.class).execute();
    assertThat(
            results.testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getParent().orElseThrow().getDisplayName()))
        .containsExactlyInAnyOrder("gone()", "scenario(ScenarioTest)");
    results.testEvents().assertStatistics(all -> all.started(4).succeeded(2).failed(2));
  }

  @Test
  void aWrongAnnotationIsReportedInOneLine() {
    assertThat(failure(kit(Misspelt.class).execute()))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageStartingWith("no scenario matches 'send-ordr'; near: send-order")
        .hasMessageContaining("; there are read-write, ");
    assertThat(failure(kit(Mismeasured.class).execute()))
        .hasMessage("'10 parsecs' is not a duration; write it as 500ms, 60s, 5m or 1h");
    assertThat(failure(kit(Unannotated.class).execute()))
        .hasMessageEndingWith("Unannotated lacks the annotation @Lockjaw");
    EngineExecutionResults damaged =
        kit(Damaged.class).configurationParameter("lockjaw.replay", "nonsense").execute();
    assertThat(
            damaged.allEvents().failed().stream()
                .map(
                    event ->
                        event
                            .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow()
                            .getMessage()))
        .anyMatch(message -> message.startsWith("'nonsense' is not a replay token"))
        .anyMatch(message -> message.contains("is damaged: its check is 0000"));
  }

  private static String reason(EngineExecutionResults results) {
    return results.testEvents().aborted().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  private static List<String> entries(EngineExecutionResults results) {
    return results.testEvents().reportingEntryPublished().stream()
        .map(event -> event.getRequiredPayload(ReportEntry.class))
        .map(entry -> entry.getKeyValuePairs().get("lockjaw-extent"))
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void aPassSaysThatItIsExhaustive() {
    EngineExecutionResults results = kit(Exhaustive.class).execute();
    results.testEvents().assertStatistics(all -> all.started(1).succeeded(1));
    assertThat(entries(results))
        .anyMatch(entry -> entry.matches("exhaustive: \\d+ schedules, at most 1 preemption"));
  }

  /** An aborted test is shown and counted by Surefire and Gradle, in the console and in files. */
  @Test
  void whatTheBudgetCutsShortIsNoPass() {
    EngineExecutionResults results = kit(Hurried.class).execute();
    results.testEvents().assertStatistics(all -> all.started(1).aborted(1));
    assertThat(reason(results))
        .containsAnyOf("cut short by the budget after", "there was no time for a single schedule");
  }

  @Test
  void whereATestAsksForExhaustionItFails() {
    EngineExecutionResults results = kit(HurriedThroughAll.class).execute();
    results.testEvents().assertStatistics(all -> all.started(1).failed(1));
    assertThat(failure(results).getMessage()).contains("exhaustive = true");
  }

  @Test
  void stressReportsWhatItFinds() {
    EngineExecutionResults results = kit(Stressed.class).execute();
    results.testEvents().assertStatistics(all -> all.started(1).failed(1));
    assertThat(failure(results).getMessage()).contains("double-lock in send-order/Stressed/jsse");
  }

  @Test
  void stressWithoutAFindingSaysThatItIsNoProof() {
    EngineExecutionResults results = kit(StressedRight.class).execute();
    results.testEvents().assertStatistics(all -> all.started(1).succeeded(1));
    assertThat(entries(results))
        .anyMatch(entry -> entry.matches("stress: \\d+ iterations? without a finding, .*"));
  }

  @Test
  void stressWithoutABudgetIsRefused() {
    assertThat(failure(kit(StressedForEver.class).execute()))
        .hasMessage("mode = STRESS needs a budget, such as budget = \"30s\"");
    assertThat(failure(kit(StressedThroughAll.class).execute()))
        .hasMessage("mode = STRESS is never exhaustive; leave out exhaustive = true");
    assertThat(failure(kit(Elsewhere.class).execute()))
        .hasMessage("mode = LINCHECK is run by a tool of its own, not by a test");
  }

  @Test
  void aTimeoutEndsTheExploration() {
    EngineExecutionResults results = kit(TimedOut.class).execute();
    assertThat(failure(results)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void testsInParallelDoNoHarm() {
    EngineExecutionResults results =
        kit(Concurrent.class)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute();
    results.testEvents().assertStatistics(all -> all.failed(0));
    assertThat(results.testEvents().succeeded().count()).isGreaterThanOrEqualTo(14);
  }
}

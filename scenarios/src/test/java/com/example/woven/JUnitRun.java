package com.example.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Objects;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A test class, run by JUnit. */
public final class JUnitRun {
  final EngineExecutionResults results;

  public JUnitRun(Class<?> type) {
    System.clearProperty("com.example.woven.loader");
    results = EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();
  }

  public String failure() {
    return results.allEvents().failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  public void passes() {
    assertThat(results.allEvents().failed().count())
        .as(() -> "it passes, but: " + failure())
        .isZero();
    results.testEvents().assertStatistics(all -> all.started(1).succeeded(1));
  }

  /** The loader of the class whose sessions were opened last. */
  String loader() {
    return System.getProperty("com.example.woven.loader");
  }

  List<String> entries() {
    return results.allEvents().reportingEntryPublished().stream()
        .map(
            event ->
                event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
        .map(entry -> entry.getKeyValuePairs().get("lockjaw"))
        .filter(Objects::nonNull)
        .toList();
  }
}

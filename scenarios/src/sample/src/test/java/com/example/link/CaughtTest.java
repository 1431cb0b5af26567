package com.example.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The bug of BuggyLink is found and reported as in failure.txt. */
class CaughtTest {
  @Test
  void buggyLinkIsRed() throws Exception {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(BuggyLinkTest.class))
            .execute()
            .testEvents();
    assertEquals(
        List.of("free-in-callback on jsse", "send-order on jsse"),
        tests.failed().stream().map(one -> one.getTestDescriptor().getDisplayName()).toList());
    assertEquals(1, tests.succeeded().count(), "write-free passes");
    String report =
        tests.failed().stream()
            .map(one -> one.getRequiredPayload(TestExecutionResult.class))
            .map(result -> result.getThrowable().orElseThrow().getMessage())
            .collect(Collectors.joining("\n"));
    try (var expected = CaughtTest.class.getResourceAsStream("failure.txt")) {
      assertEquals(
          withoutLines(new String(expected.readAllBytes(), StandardCharsets.UTF_8)),
          withoutLines(report));
    }
  }

  /** Line numbers of the JDK differ between versions. */
  private static String withoutLines(String text) {
    return text.replaceAll("\\.java:\\d+", ".java");
  }
}

package dev.lockjaw.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.run.Registry;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategiesTest {
  private final List<Locking> found = Registry.load(getClass().getClassLoader()).strategies();

  @Test
  void areListedInTheirOrder() {
    assertThat(found)
        .extracting(Locking::id)
        .containsSubsequence(
            "none",
            "global",
            "plain",
            "recursive",
            "async-send",
            "free-aware-published",
            "free-aware",
            "read-write-lock",
            "queue-drain");
  }

  /** Descriptions are used in sentences and tables. */
  @Test
  void describeThemselvesInOneLine() {
    assertThat(found)
        .allSatisfy(
            strategy ->
                assertThat(strategy.description())
                    .isNotBlank()
                    .doesNotContain("\n")
                    .doesNotEndWith("."));
  }
}
